package org.rectification.period;

import java.time.Clock;
import java.time.LocalDate;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.springframework.stereotype.Component;

/** The computed dates of a case, and today. */
@Component
public class CaseCalendar {

    private final InspectedOrganisations organisations;
    private final WorkingCalendar workingDays;
    private final Clock clock;

    CaseCalendar(InspectedOrganisations organisations, WorkingCalendar workingDays, Clock clock) {
        this.organisations = organisations;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public Deadlines deadlines(CaseKey key) {
        return organisations.deadlines(key);
    }

    public boolean hearingRequired(CaseKey key) {
        return organisations.get(key).hearingRequired();
    }

    /** Day 0, the earliest day on which anything of the period can have happened. */
    public LocalDate feedbackOn(CaseKey key) {
        return organisations.get(key).feedbackOn();
    }

    /** The day on which the feedback meeting was recorded; today while it is not. */
    LocalDate recordedOn(CaseKey key) {
        return organisations
                .get(key)
                .when(Milestone.FEEDBACK_HELD)
                .map(at -> LocalDate.ofInstant(at, ShanghaiTime.ZONE))
                .orElseGet(this::today);
    }

    /** The count-th working day before the day. */
    LocalDate workingDaysBefore(LocalDate day, int count) {
        return workingDays.minusWorkingDays(day, count);
    }

    /** The next working day after the day. */
    LocalDate nextWorkingDay(LocalDate day) {
        return workingDays.plusWorkingDays(day, 1);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ShanghaiTime.ZONE);
    }
}
