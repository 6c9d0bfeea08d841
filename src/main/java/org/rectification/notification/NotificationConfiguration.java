package org.rectification.notification;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings; a robot that nobody approved stops the start. */
@Configuration
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {}
