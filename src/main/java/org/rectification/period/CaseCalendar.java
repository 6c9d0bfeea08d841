package org.rectification.period;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
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

    /** Whether the report's day may still change (暂定); one that no longer follows the rules is settled. */
    boolean isProvisional(CaseKey key, int number, LocalDate dueOn) {
        return isProvisional(deadlines(key), number, dueOn);
    }

    static boolean isProvisional(Deadlines dates, int number, LocalDate dueOn) {
        return dates.progressReports().stream()
                .anyMatch(each ->
                        Objects.equals(each.index(), number) && each.date().equals(dueOn) && each.provisional());
    }

    /** The day on which the lists of progress and the clerk's task appear for a report that is due on the day (S45). */
    LocalDate listsOpenOn(LocalDate dueOn) {
        return workingDays.minusWorkingDays(dueOn, ProgressReports.WORKING_DAYS_TO_FILL_IN);
    }

    /** The next working day after the day. */
    LocalDate nextWorkingDay(LocalDate day) {
        return workingDays.plusWorkingDays(day, 1);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ShanghaiTime.ZONE);
    }
}
