package org.rectification.hearing;

import java.time.LocalDate;
import java.util.Date;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Service;

/** Every date that the models of the hearing wait for (S35): 08:00 of a day for timers, 24:00 for due dates, in Asia/Shanghai. */
@Service("hearingDates")
public class HearingDates {

    /** Local defaults, in working days after the hearing. */
    private static final int FOR_OPINIONS = 2;

    private static final int FOR_MINUTES = 5;

    private final HearingDays days;
    private final FollowUps followUps;

    HearingDates(HearingDays days, FollowUps followUps) {
        this.days = days;
        this.followUps = followUps;
    }

    /** Five working days before the hearing. */
    public Date invitationAt(String roundId, String organisationId) {
        return ShanghaiTime.appearanceDate(days.invitation(new CaseKey(roundId, organisationId)));
    }

    public Date invitationDue(String roundId, String organisationId) {
        return ShanghaiTime.dueDate(days.invitation(new CaseKey(roundId, organisationId)));
    }

    /** The day that was agreed. */
    public Date hearingAt(String roundId, String organisationId) {
        return ShanghaiTime.appearanceDate(days.current(new CaseKey(roundId, organisationId)));
    }

    public Date opinionDue(String roundId, String organisationId) {
        return after(roundId, organisationId, FOR_OPINIONS);
    }

    public Date minutesDue(String roundId, String organisationId) {
        return after(roundId, organisationId, FOR_MINUTES);
    }

    public Date followUpDue(String followUpId) {
        return ShanghaiTime.dueDate(followUps.get(followUpId).dueOn());
    }

    private Date after(String roundId, String organisationId, int workingDays) {
        LocalDate held = days.current(new CaseKey(roundId, organisationId));
        return ShanghaiTime.dueDate(days.workingDaysAfter(held, workingDays));
    }
}
