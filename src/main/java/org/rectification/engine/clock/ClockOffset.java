package org.rectification.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the clock of this database stands from the true time, kept so that a restart does not turn time back. */
@Component
@DependsOnDatabaseInitialization
class ClockOffset {

    private final JdbcClient jdbc;

    ClockOffset(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Duration> stored() {
        return jdbc.sql("select offset_millis from rectification.rehearsal_clock")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }

    /** Whether the engine has never worked on this database. */
    boolean databaseIsNew() {
        return jdbc.sql("select to_regclass('public.act_ge_property') is null")
                .query(Boolean.class)
                .single();
    }

    /** Moves the clock to the moment; it runs on from there. Stored first: time must not run back after a crash. */
    void moveTo(Instant moment) {
        Duration offset = Duration.between(Instant.now(), moment);
        jdbc.sql(
                        """
                        insert into rectification.rehearsal_clock (offset_millis) values (:offset)
                        on conflict (the_only_row) do update set offset_millis = excluded.offset_millis
                        """)
                .param("offset", offset.toMillis())
                .update();
        apply(offset);
    }

    static void apply(Duration offset) {
        if (offset.isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(offset.toMillis());
        }
    }
}
