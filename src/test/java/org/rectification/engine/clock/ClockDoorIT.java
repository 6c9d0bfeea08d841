package org.rectification.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@RectificationTest
class ClockDoorIT {

    private final TestRestTemplate http;

    ClockDoorIT(@Autowired TestRestTemplate anybody) {
        http = anybody.withBasicAuth("admin", "Rectify!2026");
    }

    @Test
    void aDayForwardIsADayForward() {
        OffsetDateTime before = now();

        ResponseEntity<Map<String, Object>> answer = post("{\"advance\": \"P1D\"}");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).containsOnlyKeys("now", "jobsExecuted", "incidents");
        assertThat(now()).isBetween(before.plusDays(1), before.plusDays(1).plusMinutes(1));
        assertThat(answer.getBody().get("now")).asString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00");
    }

    @Test
    void theClockCanBeSetToAMomentAhead() {
        OffsetDateTime target = now().plusHours(7);

        assertThat(post("{\"now\": \"" + target + "\"}").getStatusCode()).isEqualTo(HttpStatus.OK);

        assertThat(now()).isBetween(target, target.plusMinutes(1));
    }

    @Test
    void theClockNeverGoesBack() {
        OffsetDateTime before = now();

        assertThat(post("{\"now\": \"" + before.minusMinutes(1) + "\"}").getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(post("{\"advance\": \"-P1D\"}").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);

        assertThat(now()).isBetween(before, before.plusMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "",
                "{\"advance\": \"P1D\", \"now\": \"2099-01-01T00:00:00+08:00\"}",
                "{\"advance\": \"P1D\", \"speed\": 2}",
                "{\"advance\": \"P1D\", \"advance\": \"P2D\"}",
                "{\"advance\": 1}",
                "{\"advance\": \"tomorrow\"}",
                "{\"advance\": \"P999999999Y\"}",
                "{\"advance\": \"P31Y\"}",
                "{\"now\": \"+999999999-12-31T23:59:59+08:00\"}",
            })
    void whatMakesNoSenseIsRefusedAndMovesNothing(String body) {
        OffsetDateTime before = now();

        assertThat(post(body).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);

        assertThat(now()).isBetween(before, before.plusMinutes(1));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.parse(
                http.getForObject("/api/clock", ClockText.class).now());
    }

    private ResponseEntity<Map<String, Object>> post(String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.exchange(
                "/api/clock", HttpMethod.POST, new HttpEntity<>(body, headers), new ParameterizedTypeReference<>() {});
    }

    record ClockText(String now) {}
}
