package org.rectification.notification;

import jakarta.annotation.Nullable;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which ways out are open. None is by default: a message leaves the house only where somebody said so.
 *
 * @param link address of the system as people reach it, put into every message
 * @param mailFrom sender of mails; empty: no mail is sent
 * @param robots group robots, at most one per organisation and channel
 */
@ConfigurationProperties("rectification.notification")
public record NotificationSettings(String link, @Nullable String mailFrom, @Nullable List<Robot> robots) {

    public NotificationSettings {
        robots = robots == null ? List.of() : List.copyOf(robots);
        robots.forEach(Robot::demandComplete);
    }

    boolean sendsMail() {
        return mailFrom != null && !mailFrom.isBlank();
    }

    /**
     * A group robot of an enterprise messaging tool.
     *
     * @param address the robot's webhook, with its key
     * @param approvedBy who allowed messages about rectification in this group, and when (R51)
     */
    public record Robot(String organisation, Channel channel, URI address, @Nullable String approvedBy) {

        private void demandComplete() {
            if (organisation == null || address == null || channel == null || channel == Channel.MAIL) {
                throw new IllegalArgumentException(
                        "a robot needs an organisation, a channel (WECOM or DINGTALK) and an address");
            }
            if (approvedBy == null || approvedBy.isBlank()) {
                throw new IllegalArgumentException(
                        "the robot of " + organisation + " needs approved-by: who allowed it");
            }
        }
    }
}
