package org.rectification.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.DeadlineCalculator;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.Profiles;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The calendar of the demo round: when the feedback was, so that the hearing is two days ahead. */
@Component
@Profile("demo")
class Days {

    static final String PROFILE = "speech-2020";

    private static final int DAYS_BEFORE_HEARING = 2;

    /** Further back than the longest holiday rolls a date. */
    private static final int LONGEST_WAY_BACK = 80;

    private static final int WEEKEND = 2;

    private final Profiles profiles;
    private final DeadlineCalculator calculator;
    private final WorkingCalendar calendar;

    Days(Profiles profiles, DeadlineCalculator calculator, WorkingCalendar calendar) {
        this.profiles = profiles;
        this.calculator = calculator;
        this.calendar = calendar;
    }

    /**
     * The feedback day whose hearing falls two days after today; when that is a day off, the next possible hearing. A
     * working day wherever one leads there.
     */
    LocalDate feedbackFor(LocalDate today) {
        return Stream.iterate(today.plusDays(DAYS_BEFORE_HEARING), hearing -> hearing.plusDays(1))
                .flatMap(hearing -> feedbackDays(hearing, today).stream().limit(1))
                .findFirst()
                .orElseThrow();
    }

    private List<LocalDate> feedbackDays(LocalDate hearing, LocalDate today) {
        var leading = Stream.iterate(today, day -> day.minusDays(1))
                .limit(LONGEST_WAY_BACK)
                .filter(day -> hearing(day).equals(hearing))
                .toList();
        var working = leading.stream().filter(calendar::isWorkingDay).toList();
        return working.isEmpty() ? leading : working;
    }

    LocalDate hearing(LocalDate feedbackOn) {
        return of(feedbackOn).monthTwoReview().map(Deadline::date).orElseThrow();
    }

    Deadlines of(LocalDate feedbackOn) {
        return calculator.deadlinesFor(profiles.get(PROFILE), feedbackOn);
    }

    /**
     * The day counted from feedback, or the next working day after a weekend; inside a long holiday the day itself. Never
     * so late that it would lie in the future.
     */
    LocalDate working(LocalDate feedbackOn, int day) {
        var counted = feedbackOn.plusDays(day);
        var latest = hearing(feedbackOn).minusDays(DAYS_BEFORE_HEARING + 1L);
        var chosen = Stream.iterate(counted, next -> next.plusDays(1))
                .limit(WEEKEND + 1L)
                .filter(calendar::isWorkingDay)
                .findFirst()
                .orElse(counted);
        return chosen.isAfter(latest) ? latest : chosen;
    }

    /** A time limit on the day counted from feedback, rolled back to a working day. */
    LocalDate limit(LocalDate feedbackOn, int day) {
        return calendar.rollBack(feedbackOn.plusDays(day));
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(ShanghaiTime.ZONE).toInstant();
    }
}
