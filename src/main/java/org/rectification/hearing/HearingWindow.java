package org.rectification.hearing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.period.ChineseDates;

/**
 * The working days on which a hearing may be held by agreement (S35): up to five working days either side of the computed
 * day, a local default, and never in the past. Once all of these are over, the next five working days.
 */
public record HearingWindow(LocalDate computed, List<LocalDate> days) {

    static final int WORKING_DAYS = 5;

    static HearingWindow of(LocalDate computed, LocalDate today, WorkingCalendar calendar) {
        var first = calendar.minusWorkingDays(computed, WORKING_DAYS);
        var last = calendar.plusWorkingDays(computed, WORKING_DAYS);
        if (last.isBefore(today)) {
            last = calendar.plusWorkingDays(today, WORKING_DAYS);
        }
        var from = first.isBefore(today) ? today : first;
        return new HearingWindow(
                computed,
                from.datesUntil(last.plusDays(1)).filter(calendar::isWorkingDay).toList());
    }

    boolean allows(LocalDate day) {
        return days.contains(day);
    }

    /** The computed day while it is still to come, else the next possible one. */
    LocalDate proposed() {
        return allows(computed) ? computed : days.get(0);
    }

    /** Each allowed day, as a sentence for whoever named another. */
    String words() {
        return "集中听取的规定日期为" + ChineseDates.day(computed) + "，经协商可以在前后" + WORKING_DAYS + "个工作日内调整（本地默认），可选日期："
                + days.stream().map(ChineseDates::day).collect(Collectors.joining("、")) + "。";
    }
}
