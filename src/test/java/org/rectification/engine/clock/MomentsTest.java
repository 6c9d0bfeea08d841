package org.rectification.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T09:00:00+08:00, 2026-03-10T09:00:00+08:00",
        "2026-03-10T01:00:00Z,      2026-03-10T09:00:00+08:00",
        "2026-03-10T09:00,          2026-03-10T09:00:00+08:00",
    })
    void aMomentWithoutAnOffsetIsShanghaiTime(String text, String expected) {
        assertThat(Moments.parse(text).toInstant())
                .isEqualTo(ZonedDateTime.parse(expected).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "P1D,     2026-02-01T09:00",
        "P1M,     2026-02-28T09:00",
        "PT90M,   2026-01-31T10:30",
        "P1DT2H,  2026-02-01T11:00",
        "P1M1DT1S, 2026-03-01T09:00:01",
    })
    void aSpanMayHaveCalendarAndClockParts(String span, String expected) {
        ZonedDateTime from = ZonedDateTime.of(2026, 1, 31, 9, 0, 0, 0, EngineClock.SHANGHAI);
        assertThat(Moments.plus(from, span).toLocalDateTime()).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "1D", "tomorrow", "PT", "P1DT", "P1H"})
    void whatIsNoSpanIsRefused(String span) {
        ZonedDateTime from = ZonedDateTime.of(2026, 1, 31, 9, 0, 0, 0, EngineClock.SHANGHAI);
        assertThatThrownBy(() -> Moments.plus(from, span)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-03-10", "2026-02-30T09:00", "now", "2026-03-10T09:00+8"})
    void whatIsNoMomentIsRefused(String moment) {
        assertThatThrownBy(() -> Moments.parse(moment)).isInstanceOf(DateTimeException.class);
    }
}
