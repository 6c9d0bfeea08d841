package org.rectification.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.rectification.engine.StartRefused;
import org.rectification.support.Applications;
import org.rectification.support.EmbeddedDatabase;
import org.springframework.context.ConfigurableApplicationContext;

/** Starting and stopping around a rehearsal, on one database. */
class RehearsalRestartIT {

    private static final String START = "rectification.rehearsal.start=2026-03-10T08:00:00+08:00";

    private final String database = EmbeddedDatabase.fresh();

    @Test
    void theMovedClockOutlivesARestartAndLetsNobodyElseIn() {
        try (ConfigurableApplicationContext first = Applications.start(database, "rehearsal", START)) {
            assertThat(today(first)).isEqualTo("2026-03-10");
            RehearsalClock rehearsal = first.getBean(RehearsalClock.class);
            rehearsal.moveTo(ZonedDateTime.parse("2026-03-15T08:00:00+08:00").toInstant());

            assertThatThrownBy(() -> Applications.start(database, "rehearsal"))
                    .hasRootCauseInstanceOf(StartRefused.class)
                    .hasStackTraceContaining("Another node is rehearsing");
        }
        try (ConfigurableApplicationContext again = Applications.start(database, "rehearsal", START)) {
            assertThat(today(again)).isEqualTo("2026-03-15");
        }
        assertThatThrownBy(() -> Applications.start(database, "demo"))
                .hasRootCauseInstanceOf(StartRefused.class)
                .hasStackTraceContaining("moved by a rehearsal");
    }

    @Test
    void aDatabaseInUseKeepsItsTime() {
        Applications.start(database, "demo").close();

        try (ConfigurableApplicationContext later = Applications.start(database, "rehearsal", START)) {
            assertThat(today(later)).isAfter(LocalDate.parse("2026-03-10"));
        }
    }

    private static LocalDate today(ConfigurableApplicationContext application) {
        return LocalDate.now(application.getBean(Clock.class));
    }
}
