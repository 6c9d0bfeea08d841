package org.rectification.meeting.process;

import java.util.HashMap;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.TaskEntries;
import org.rectification.meeting.ComparisonReadings;
import org.rectification.meeting.Meeting;
import org.rectification.meeting.MeetingHands;
import org.rectification.meeting.ThematicMeetings;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** What the forms of the thematic meetings show; never a word of a comparison text. */
@Component("meetingViews")
public class MeetingViews {

    private final ThematicMeetings meetings;
    private final MeetingHands hands;
    private final ComparisonReadings comparisons;
    private final TaskEntries entries;

    MeetingViews(ThematicMeetings meetings, MeetingHands hands, ComparisonReadings comparisons, TaskEntries entries) {
        this.meetings = meetings;
        this.hands = hands;
        this.comparisons = comparisons;
        this.entries = entries;
    }

    /** The township's meeting. */
    public JsonValue town(String roundId, String organisationId) {
        return view(new CaseKey(roundId, organisationId), ThematicMeetings.TOWN);
    }

    public JsonValue village(String roundId, String organisationId, String villageCode) {
        return view(new CaseKey(roundId, organisationId), villageCode);
    }

    private JsonValue view(CaseKey key, String code) {
        var meeting = meetings.get(key, code);
        var view = new HashMap<String, Object>();
        view.put("name", meeting.name());
        view.put("returned", returned(meeting));
        view.put("held", meeting.held());
        view.put("facts", facts(meeting));
        view.put("scanFile", text(meeting.scanFile()));
        view.put("nameNeeded", !meeting.ofTown() && hands.nameNeeded(key.organisationId(), code));
        view.put("excuses", comparisons.excusesInWords(key));
        return entries.of(view);
    }

    private static String returned(Meeting meeting) {
        return meeting.decidedBy() == null || meeting.decision() == null
                ? ""
                : "上次登记被" + meeting.decidedBy() + "退回：" + meeting.decision();
    }

    private static String facts(Meeting meeting) {
        if (meeting.recordedBy() == null) {
            return "";
        }
        var who = "登记人：" + meeting.recordedBy()
                + (meeting.onBehalfOf() == null ? "" : "（代" + meeting.onBehalfOf() + "填报）");
        return meeting.held()
                ? "召开日期：" + meeting.heldOn() + "；主持人：" + meeting.chair() + "；到会" + meeting.attendance() + "人。\n\n会议情况："
                        + meeting.record() + "\n\n" + who
                : "未召开的理由：" + meeting.reason() + "\n\n" + who;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
