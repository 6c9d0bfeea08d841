package org.rectification.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.DeadlineCalculator;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.Profiles;
import org.rectification.deadline.WorkingCalendar;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Finds the days of the demo round: when the feedback was, so that the hearing is two days ahead. */
@Component
@Profile("demo")
class Days {

    static final String PROFILE = "speech-2020";

    private static final int DAYS_BEFORE_HEARING = 2;

    /** Further back than the longest holiday rolls a date. */
    private static final int LONGEST_WAY_BACK = 80;

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

    private LocalDate hearing(LocalDate feedbackOn) {
        return deadlines(feedbackOn).monthTwoReview().map(Deadline::date).orElseThrow();
    }

    private Deadlines deadlines(LocalDate feedbackOn) {
        return calculator.deadlinesFor(profiles.get(PROFILE), feedbackOn);
    }

    /** @param playedOn the day on which the round is played: it tells of the days before */
    DemoCalendar calendar(LocalDate feedbackOn, LocalDate playedOn) {
        return new DemoCalendar(feedbackOn, playedOn.minusDays(1), deadlines(feedbackOn), calendar);
    }
}
