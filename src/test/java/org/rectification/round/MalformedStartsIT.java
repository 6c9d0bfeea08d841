package org.rectification.round;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever a client sends, it gets an answer about its own mistake, and nothing is stored. */
@RectificationTest
class MalformedStartsIT {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private HistoryService history;

    @Test
    void threeHundredMalformedStartsAreRefusedWithAPointerAndStoreNothing() {
        var starts = MalformedRounds.all(LocalDate.now(clock).plusDays(1));
        assertThat(starts).hasSizeGreaterThanOrEqualTo(300);
        var rounds = rows();

        var softly = new SoftAssertions();
        for (var start : starts) {
            var headers = new HttpHeaders();
            headers.setContentType(MediaType.APPLICATION_JSON);
            var answer = http.withBasicAuth("office", TestPeople.PASSWORD)
                    .postForEntity("/api/inspection-rounds", new HttpEntity<>(start.body(), headers), JsonNode.class);
            softly.assertThat(answer.getStatusCode().value()).as(start.name()).isEqualTo(400);
            softly.assertThat(answer.getBody().at("/errors/0/pointer").isTextual())
                    .as(start.name())
                    .isTrue();
            softly.assertThat(answer.getBody().at("/errors/0/message").asText())
                    .as(start.name())
                    .isNotBlank();
        }
        softly.assertAll();

        assertThat(rows()).isEqualTo(rounds);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName("round")
                        .count())
                .isZero();
    }

    private int rows() {
        return jdbc.sql(
                        """
                        select (select count(*) from rectification.round) + (select count(*) from rectification.finding)
                             + (select count(*) from rectification.event)""")
                .query(Integer.class)
                .single();
    }
}
