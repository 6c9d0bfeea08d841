package org.rectification.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.support.Feature;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;

/** Nothing leaves the house unless somebody said so and is named for it (R51). */
@Feature(31)
class NotificationSettingsTest {

    private static final String ROBOT = "rectification.notification.robots[0].";

    @ParameterizedTest
    @ValueSource(strings = {"application.yaml", "application-demo.yaml", "application-production.yaml"})
    @DisplayName("As delivered no mail is sent and no robot is told anything, in no profile")
    void nothingIsSentAsDelivered(String file) throws IOException {
        var delivered = new YamlPropertySourceLoader().load(file, new ClassPathResource(file));
        new ApplicationContextRunner()
                .withUserConfiguration(NotificationConfiguration.class)
                .withInitializer(
                        context -> delivered.forEach(context.getEnvironment().getPropertySources()::addLast))
                .run(context -> {
                    var settings = context.getBean(NotificationSettings.class);
                    assertThat(settings.sendsMail()).isFalse();
                    assertThat(settings.robots()).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"WECOM", "DINGTALK"})
    @DisplayName("With a group robot that nobody is named for, the application does not start")
    void aRobotNeedsTheNameOfWhoAllowedIt(String channel) {
        var robot = new ApplicationContextRunner()
                .withUserConfiguration(NotificationConfiguration.class)
                .withPropertyValues(
                        ROBOT + "organisation=qingxi-town",
                        ROBOT + "channel=" + channel,
                        ROBOT + "address=http://127.0.0.1/robot");
        robot.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessage("the robot of qingxi-town needs approved-by: who allowed it"));
        robot.withPropertyValues(ROBOT + "approved-by= ")
                .run(context -> assertThat(context).hasFailed());
        robot.withPropertyValues(ROBOT + "approved-by=周书记（演示），2026年3月1日").run(context -> assertThat(
                        context.getBean(NotificationSettings.class).robots())
                .hasSize(1));
    }

    @Test
    @DisplayName("A mail is no robot, and a robot without an address is none")
    void whatIsNoRobotIsRefused() {
        new ApplicationContextRunner()
                .withUserConfiguration(NotificationConfiguration.class)
                .withPropertyValues(
                        ROBOT + "organisation=qingxi-town", ROBOT + "channel=MAIL", ROBOT + "approved-by=周书记")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("a channel (WECOM or DINGTALK) and an address"));
    }
}
