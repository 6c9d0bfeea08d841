package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Clause;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Two organisations, 326 findings, from the start API to the archive. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-06T09:00:00+08:00")
class WholeRoundIT {

    private static final LocalDate FEEDBACK = LocalDate.of(2026, 3, 10);
    private static final LocalDate COMPLETE_BY = LocalDate.of(2026, 6, 10);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    @LocalServerPort
    private int port;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private JdbcClient jdbc;

    private Journey journey;

    @Test
    @Clause({"S10", "S17", "S22", "S35", "S44", "S45", "S46"})
    @DisplayName(
            "A round of two organisations goes from the start API to the archive, and ledger and engine agree all the way")
    void aRoundGoesFromStartToArchive() {
        new TestPeople(register).township(BigRound.BIG, "dp", 30);
        new TestPeople(register).township(BigRound.SMALL, "xx", 5);
        journey = new Journey(port, jdbc, List.of(BigRound.BIG, BigRound.SMALL), FEEDBACK, COMPLETE_BY);

        var started = journey.office()
                .post("/api/inspection-rounds", BigRound.request())
                .expect(201)
                .json();
        assertThat(started.path("findings").asInt()).isEqualTo(326);
        var roundId = started.path("roundId").asText();
        journey.advance(FEEDBACK);
        nothingIsVisibleBeforeFeedback(roundId);

        journey.driveToArchive(roundId, FEEDBACK, LAST_DAY);

        System.out.println(journey.burden().table());
        assertThat(findings("state not in ('STRUCK_OFF', 'LONG_TERM')")).isZero();
        assertThat(findings("state = 'STRUCK_OFF'")).isGreaterThan(280);
        assertThat(findings("returns > 0")).isPositive();
        assertThat(findings("due_on > original_due_on")).isPositive();
        assertThat(journey.burden().mostTasksInAFortnight()).isLessThanOrEqualTo(30);
    }

    private void nothingIsVisibleBeforeFeedback(String roundId) {
        for (var person : journey.townspeople()) {
            assertThat(person.get("/engine-rest/task").json()).isEmpty();
            assertThat(person.get("/engine-rest/process-instance").json()).isEmpty();
            assertThat(person.get("/engine-rest/history/process-instance").json())
                    .isEmpty();
            assertThat(person.get("/engine-rest/history/variable-instance").json())
                    .isEmpty();
            assertThat(person.get("/api/inspection-rounds/" + roundId).status()).isIn(403, 404);
            assertThat(person.get("/api/findings?round=" + roundId)
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(person.get("/api/worklist").json().path("lists")).isEmpty();
        }
    }

    private long findings(String condition) {
        return jdbc.sql("select count(*) from rectification.finding where " + condition)
                .query(Long.class)
                .single();
    }
}
