package org.rectification.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.rectification.deadline.ShanghaiTime;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers how far the demo round has been played. */
@Component
@Profile("demo")
class Playbill {

    private final JdbcClient jdbc;

    Playbill(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Progress(
            LocalDate feedbackOn, LocalDate playedOn, int stepsDone, OffsetDateTime clockAt, boolean finished) {}

    Optional<Progress> progress() {
        return jdbc.sql("select feedback_on, played_on, steps_done, clock_at, finished from rectification.demo_round")
                .query(Progress.class)
                .optional();
    }

    boolean anyRound() {
        return jdbc.sql("select exists (select from rectification.round)")
                .query(Boolean.class)
                .single();
    }

    void open(LocalDate feedbackOn, LocalDate playedOn, Instant start) {
        jdbc.sql("insert into rectification.demo_round (feedback_on, played_on, clock_at) values (?, ?, ?)")
                .params(feedbackOn, playedOn, start.atZone(ShanghaiTime.ZONE).toOffsetDateTime())
                .update();
    }

    /** In the transaction of the step itself. */
    void done(int steps, Instant at) {
        jdbc.sql("update rectification.demo_round set steps_done = ?, clock_at = ?")
                .params(steps, at.atZone(ShanghaiTime.ZONE).toOffsetDateTime())
                .update();
    }

    void finish() {
        jdbc.sql("update rectification.demo_round set finished = true").update();
    }
}
