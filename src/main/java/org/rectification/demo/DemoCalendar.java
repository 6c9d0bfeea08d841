package org.rectification.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;

/**
 * The days of the demo round.
 *
 * @param feedbackOn day 0
 * @param lastDay nothing is told of a later day
 */
record DemoCalendar(LocalDate feedbackOn, LocalDate lastDay, Deadlines deadlines, WorkingCalendar calendar) {

    private static final int WEEKEND = 2;
    /** Working days before a report. */
    private static final int LIST_OPENS = 3;

    /** The day counted from feedback, or the next working day after a weekend; inside a long holiday the day itself. */
    LocalDate working(int day) {
        var counted = counted(day);
        var chosen = Stream.iterate(counted, next -> next.plusDays(1))
                .limit(WEEKEND + 1L)
                .filter(calendar::isWorkingDay)
                .findFirst()
                .orElse(counted);
        return chosen.isAfter(lastDay) ? lastDay : chosen;
    }

    LocalDate counted(int day) {
        return feedbackOn.plusDays(day);
    }

    /** A time limit on the day counted from feedback, rolled back to a working day. */
    LocalDate limit(int day) {
        return calendar.rollBack(counted(day));
    }

    LocalDate hearing() {
        return deadlines.monthTwoReview().map(Deadline::date).orElseThrow();
    }

    LocalDate invitation() {
        return deadlines.monthTwoInvitation().map(Deadline::date).orElseThrow();
    }

    LocalDate completeBy() {
        return deadlines.completeBy().date();
    }

    List<LocalDate> progressReports() {
        return deadlines.progressReports().stream().map(Deadline::date).toList();
    }

    /** The day from which people write for that report. */
    LocalDate listOpensOn(int report) {
        return calendar.minusWorkingDays(progressReports().get(report - 1), LIST_OPENS);
    }

    Instant at(int day, int hour) {
        return at(working(day), hour, 0);
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(ShanghaiTime.ZONE).toInstant();
    }
}
