package org.rectification.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;

/** Turns the days of a case into moments, always in Asia/Shanghai whatever the machine's own zone is. */
public final class ShanghaiTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 0);

    private ShanghaiTime() {}

    /** 24:00 of the day, the first moment at which something due on that day is late. */
    public static Instant dueInstant(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** 08:00 of the day, when its tasks and warnings appear. */
    public static Instant appearsAt(LocalDate day) {
        return day.atTime(OFFICE_OPENS).atZone(ZONE).toInstant();
    }

    /** {@link #dueInstant} for the engine, whose timers and due dates are of this type. */
    public static Date dueDate(LocalDate day) {
        return Date.from(dueInstant(day));
    }

    /** {@link #appearsAt} for the engine, whose timers and due dates are of this type. */
    public static Date appearanceDate(LocalDate day) {
        return Date.from(appearsAt(day));
    }
}
