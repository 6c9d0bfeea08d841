package org.rectification.meeting.process;

import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.TaskEntries;
import org.rectification.meeting.ThematicMeetings;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** The list of thematic meetings that the clerk fills in. */
@Component("thematicMeetingViews")
public class ThematicMeetingViews {

    private final ThematicMeetings meetings;
    private final TaskEntries entries;

    ThematicMeetingViews(ThematicMeetings meetings, TaskEntries entries) {
        this.meetings = meetings;
        this.entries = entries;
    }

    public JsonValue list(String roundId, String organisationId) {
        var owed = meetings.owed(new CaseKey(roundId, organisationId)).size();
        return entries.of(Map.of("title", "共" + owed + "场专题会议。每场填写召开日期和会议记录;未召开的,写明理由。"));
    }

    /** One row per meeting owed. */
    public JsonValue draft(String roundId, String organisationId) {
        return entries.of(Map.of("meetings", meetings.owed(new CaseKey(roundId, organisationId))));
    }
}
