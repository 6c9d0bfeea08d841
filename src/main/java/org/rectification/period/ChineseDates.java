package org.rectification.period;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Days as Chinese documents write them. */
public final class ChineseDates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private ChineseDates() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }
}
