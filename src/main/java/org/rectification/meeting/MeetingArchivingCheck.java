package org.rectification.meeting;

import java.util.List;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.rectification.round.Missing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which thematic meetings are still owed before archiving. */
@Component
@Order(2)
class MeetingArchivingCheck implements ArchivingCheck {

    private final ThematicMeetings meetings;

    MeetingArchivingCheck(ThematicMeetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public List<Missing> missing(CaseKey key) {
        return meetings.missing(key).stream()
                .map(meeting -> meeting.ofTown()
                        ? Missing.task(meeting.name(), "整改办、党委书记", "登记专题民主生活会")
                        : Missing.task(meeting.name(), "村（居）党支部书记、整改办", "登记专题组织生活会"))
                .toList();
    }
}
