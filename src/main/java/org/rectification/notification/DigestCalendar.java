package org.rectification.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * When people are written to: at 08:30 of each working day, after the day's tasks and warnings have appeared at 08:00.
 * Days off are quiet; only a red notice breaks the silence. All in Asia/Shanghai.
 */
@Component("digestCalendar")
public class DigestCalendar {

    private static final LocalTime WRITTEN_AT = LocalTime.of(8, 30);

    private final WorkingCalendar calendar;
    private final Clock clock;

    DigestCalendar(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The next digest after now; days without one are passed over, also those during which the application was down. */
    public Date nextAt() {
        var day = LocalDate.now(clock);
        if (!calendar.isWorkingDay(day) || !clock.instant().isBefore(writtenAt(day))) {
            day = calendar.plusWorkingDays(day, 1);
        }
        return Date.from(writtenAt(day));
    }

    /** Whether no digest is written on this day. */
    boolean quiet(LocalDate day) {
        return !calendar.isWorkingDay(day);
    }

    /** Whether today's digest is still to come, so that it can tell everything that happens until then. */
    boolean digestIsToCome() {
        var today = LocalDate.now(clock);
        return calendar.isWorkingDay(today) && clock.instant().isBefore(writtenAt(today));
    }

    private static Instant writtenAt(LocalDate day) {
        return day.atTime(WRITTEN_AT).atZone(ShanghaiTime.ZONE).toInstant();
    }
}
