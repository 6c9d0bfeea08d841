package org.rectification.hearing;

import java.time.LocalDate;
import java.util.Date;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.period.CaseCalendar;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Service;

/** Every date that the model of the hearing waits for (S35): 08:00 of a day for timers, 24:00 for due dates, in Asia/Shanghai. */
@Service("hearingDates")
public class HearingDates {

    private final CaseCalendar calendar;
    private final Hearings hearings;

    HearingDates(CaseCalendar calendar, Hearings hearings) {
        this.calendar = calendar;
        this.hearings = hearings;
    }

    /** Five working days before the hearing. */
    public Date invitationAt(String roundId, String organisationId) {
        return ShanghaiTime.appearanceDate(invitationOn(roundId, organisationId));
    }

    public Date invitationDue(String roundId, String organisationId) {
        return ShanghaiTime.dueDate(invitationOn(roundId, organisationId));
    }

    /** The day named in the invitation. */
    public Date hearingAt(String roundId, String organisationId) {
        return ShanghaiTime.appearanceDate(plannedHearing(roundId, organisationId));
    }

    public Date hearingDue(String roundId, String organisationId) {
        return ShanghaiTime.dueDate(plannedHearing(roundId, organisationId));
    }

    private LocalDate invitationOn(String roundId, String organisationId) {
        return calendar.deadlines(new CaseKey(roundId, organisationId))
                .monthTwoInvitation()
                .map(Deadline::date)
                .orElseThrow(() -> new IllegalStateException("this profile holds no hearing"));
    }

    private LocalDate plannedHearing(String roundId, String organisationId) {
        return hearings.get(new CaseKey(roundId, organisationId)).plannedOn();
    }
}
