package org.rectification.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.support.Feature;

/** Days off are quiet: weekends, holidays as published; a weekend day that is worked is a day like any other. */
@Feature(31)
class DigestCalendarTest {

    @ParameterizedTest(name = "after {0} the next digest is written on {1}")
    @CsvSource({
        "2026-03-11T08:29, 2026-03-11",
        "2026-03-11T08:30, 2026-03-12",
        "2026-03-13T09:00, 2026-03-16", // Friday to Monday
        "2026-03-14T07:00, 2026-03-16", // Saturday
        "2026-02-13T09:00, 2026-02-14", // a Saturday worked for the Spring Festival
        "2026-02-14T09:00, 2026-02-24", // the Spring Festival
        "2026-09-30T09:00, 2026-10-08", // the National Day
    })
    void theNextDigestIsOnTheNextWorkingDayAtHalfPastEight(LocalDateTime now, LocalDate day) {
        assertThat(at(now).nextAt())
                .isEqualTo(java.util.Date.from(day.atTime(LocalTime.of(8, 30))
                        .atZone(ShanghaiTime.ZONE)
                        .toInstant()));
    }

    @Test
    void aDayOffIsQuietAndAWorkedSaturdayIsNot() {
        var calendar = at(LocalDateTime.parse("2026-03-11T08:00"));
        assertThat(calendar.quiet(LocalDate.parse("2026-10-01"))).isTrue();
        assertThat(calendar.quiet(LocalDate.parse("2026-03-15"))).isTrue();
        assertThat(calendar.quiet(LocalDate.parse("2026-02-14"))).isFalse();
    }

    private static DigestCalendar at(LocalDateTime now) {
        return new DigestCalendar(
                WorkingCalendar.ofPublishedNotices(),
                Clock.fixed(now.atZone(ShanghaiTime.ZONE).toInstant(), ShanghaiTime.ZONE));
    }
}
