package org.rectification.deadline;

import java.time.LocalDate;
import java.util.List;

/** The notice about one year: its days off that are not plain weekends, and the weekend days that are worked. */
public record YearNotice(int year, List<Day> days) {

    /** What the notice says about a day. */
    public enum Kind {
        HOLIDAY,
        WORKDAY
    }

    /** @param name of the holiday, or 调休上班 */
    public record Day(LocalDate day, Kind kind, String name) {}

    public YearNotice {
        days = List.copyOf(days);
        if (days.isEmpty() || days.stream().anyMatch(each -> each.day().getYear() != year)) {
            throw new IllegalArgumentException("A notice needs days, all of its year " + year);
        }
    }
}
