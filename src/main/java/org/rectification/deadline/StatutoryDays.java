package org.rectification.deadline;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The statutory days off of a year as they stand since 2025. Bridge days and make-up days exist only in the yearly
 * notice, so a calendar built from these alone is a forecast.
 */
final class StatutoryDays {

    private StatutoryDays() {}

    static Map<LocalDate, String> of(int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        add(days, LocalDate.of(year, 1, 1), 1, "元旦");
        add(days, lunar(year, 1, 1).minusDays(1), 4, "春节");
        add(days, qingming(year), 1, "清明节");
        add(days, LocalDate.of(year, 5, 1), 2, "劳动节");
        add(days, lunar(year, 5, 5), 1, "端午节");
        add(days, LocalDate.of(year, 10, 1), 3, "国庆节");
        add(days, lunar(year, 8, 15), 1, "中秋节");
        return days;
    }

    private static void add(Map<LocalDate, String> days, LocalDate first, int count, String name) {
        for (int i = 0; i < count; i++) {
            days.merge(first.plusDays(i), name, (one, other) -> one + "、" + other);
        }
    }

    private static LocalDate lunar(int year, int month, int day) {
        return date(Lunar.fromYmd(year, month, day).getSolar());
    }

    private static LocalDate qingming(int year) {
        return date(Solar.fromYmd(year, 4, 4).getLunar().getJieQiTable().get("清明"));
    }

    private static LocalDate date(Solar solar) {
        return LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay());
    }
}
