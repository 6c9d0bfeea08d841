package org.rectification.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.rectification.deadline.ShanghaiTime;

/** Days and moments as Chinese documents write them; moments in Asia/Shanghai. */
public final class ChineseDates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日H时mm分");

    private ChineseDates() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(ShanghaiTime.ZONE));
    }
}
