package org.rectification.period;

import java.util.Date;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Service;

/**
 * Every date that the models of the period and the sign-off wait for. Timers answer 08:00 of the day, when a duty appears;
 * due dates answer 24:00 of the day; both in Asia/Shanghai.
 */
@Service("periodDates")
public class PeriodDates {

    private final CaseCalendar calendar;
    private final ProgressReports reports;

    PeriodDates(CaseCalendar calendar, ProgressReports reports) {
        this.calendar = calendar;
        this.reports = reports;
    }

    /**
     * When the lists and the task of the next report appear (S45): 08:00, three working days before its day; in the past
     * when that was missed, so that the engine fires at once.
     */
    public Date nextReportAt(String roundId, String organisationId) {
        var key = new CaseKey(roundId, organisationId);
        var report =
                reports.next(key).orElseThrow(() -> new IllegalStateException("no progress report is owed: " + key));
        return ShanghaiTime.appearanceDate(calendar.listsOpenOn(report.dueOn()));
    }

    public Date reportDue(String roundId, String organisationId, int number) {
        return ShanghaiTime.dueDate(
                reports.get(new CaseKey(roundId, organisationId), number).dueOn());
    }

    /** Whether the profile holds a joint hearing at the end of month two (S35). */
    public boolean hearingRequired(String roundId, String organisationId) {
        return calendar.hearingRequired(new CaseKey(roundId, organisationId));
    }

    /** Ten working days before completion: work on the final reports starts (S44). */
    public Date finalReportsStartAt(String roundId, String organisationId) {
        return ShanghaiTime.appearanceDate(calendar.deadlines(new CaseKey(roundId, organisationId))
                .finalReportsStart()
                .date());
    }

    /** The completion date: reports, signature and delivery are due (S44, S46). */
    public Date finalReportsDue(String roundId, String organisationId) {
        return ShanghaiTime.dueDate(calendar.deadlines(new CaseKey(roundId, organisationId))
                .finalReportsDue()
                .date());
    }
}
