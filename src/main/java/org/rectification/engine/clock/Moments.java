package org.rectification.engine.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Reads the moments and spans of ISO 8601 that people type for the rehearsal clock. */
final class Moments {

    private Moments() {}

    /**
     * Reads {@code 2026-03-10T09:00:00+08:00}; without an offset the time is that of Shanghai.
     *
     * @throws DateTimeException when the text is no ISO date-time
     */
    static OffsetDateTime parse(String text) {
        boolean local = text.matches("[^T]*T[^Z+-]*");
        return local ? atShanghai(LocalDateTime.parse(text)) : OffsetDateTime.parse(text);
    }

    /**
     * Adds {@code P1D}, {@code P2M} or {@code P1DT2H}; calendar parts follow the zone of the given moment.
     *
     * @throws DateTimeException when the text is no ISO span or leads out of the calendar
     */
    static ZonedDateTime plus(ZonedDateTime from, String span) {
        int time = span.indexOf('T');
        if (time < 0) {
            return from.plus(Period.parse(span));
        }
        Duration clockPart = Duration.parse("P" + span.substring(time));
        String calendarPart = span.substring(0, time);
        ZonedDateTime day = calendarPart.equals("P") ? from : from.plus(Period.parse(calendarPart));
        return day.plus(clockPart);
    }

    private static OffsetDateTime atShanghai(LocalDateTime local) {
        ZoneId zone = EngineClock.SHANGHAI;
        return local.atZone(zone).toOffsetDateTime();
    }
}
