package org.rectification.meeting;

import java.util.Date;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.period.CaseCalendar;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Service;

/** The day by which the thematic meetings are to be held, as the case's profile says (S37). */
@Service("meetingDates")
public class MeetingDates {

    private final CaseCalendar calendar;

    MeetingDates(CaseCalendar calendar) {
        this.calendar = calendar;
    }

    /** 24:00 of the day in Asia/Shanghai. */
    public Date due(String roundId, String organisationId) {
        return ShanghaiTime.dueDate(calendar.deadlines(new CaseKey(roundId, organisationId))
                .thematicMeetingsDue()
                .date());
    }
}
