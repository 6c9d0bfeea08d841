package org.rectification.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Group robots of WeCom and DingTalk: both take the same plain text and answer with a code of their own beside 200. */
@Component
class RobotChannel {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);

    private final NotificationSettings settings;
    private final RestClient http;

    RobotChannel(NotificationSettings settings, RestClient.Builder http) {
        this.settings = settings;
        this.http = http.requestFactory(ClientHttpRequestFactoryBuilder.jdk()
                        .build(ClientHttpRequestFactorySettings.defaults()
                                .withConnectTimeout(CONNECT)
                                .withReadTimeout(READ)))
                .build();
    }

    void send(Message message) {
        settings.robots().stream()
                .filter(robot -> robot.channel() == message.channel()
                        && robot.organisation().equals(message.recipient()))
                .findFirst()
                // Taken out of the settings meanwhile: nobody is to be told any more.
                .ifPresent(robot -> send(robot, message));
    }

    private void send(NotificationSettings.Robot robot, Message message) {
        var content = Wording.subject(message) + "\n" + Wording.text(message, settings.link());
        var answer = http.post()
                .uri(robot.address())
                .header("Idempotency-Key", message.id())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("msgtype", "text", "text", Map.of("content", content)))
                .retrieve()
                .body(Answer.class);
        if (answer == null || answer.errcode() != 0) {
            // Without the address: its query holds the robot's key.
            throw new IllegalStateException("the robot of " + robot.organisation() + " answered " + answer);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(int errcode, String errmsg) {}
}
