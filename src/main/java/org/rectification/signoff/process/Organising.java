package org.rectification.signoff.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.meeting.Meeting;
import org.rectification.meeting.StudyMeeting;
import org.rectification.meeting.StudyMeetings;
import org.rectification.meeting.ThematicMeetings;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** What report A can tell about how the principal organised it: study and deployment by day (S29), thematic meetings (S37). */
@Component
class Organising {

    private final StudyMeetings studies;
    private final ThematicMeetings meetings;

    Organising(StudyMeetings studies, ThematicMeetings meetings) {
        this.studies = studies;
        this.meetings = meetings;
    }

    /** Counts, rows by day, and the thematic meetings for which nobody signs yet, by name. */
    Map<String, Object> inView(CaseKey key) {
        return Map.of(
                "studySummary",
                studies.summary(key),
                "studies",
                studies.counting(key).stream().map(Organising::row).toList(),
                "missingMeetings",
                missing(meetings.missing(key)));
    }

    /** The register as the first words of report A; the clerk goes on writing from there. */
    Map<String, String> firstDraft(CaseKey key) {
        var counting = studies.counting(key);
        return counting.isEmpty()
                ? Map.of()
                : Map.of(
                        "deployment",
                        studies.summary(key) + "\n"
                                + counting.stream().map(StudyMeeting::inWords).collect(Collectors.joining("\n")));
    }

    private static String missing(List<Meeting> missing) {
        return missing.isEmpty()
                ? ""
                : "**签字前还须办结**：" + missing.stream().map(Meeting::name).collect(Collectors.joining("、"))
                        + "（既未召开，未召开的理由也未经认可）。";
    }

    private static Map<String, String> row(StudyMeeting meeting) {
        return Map.of(
                "heldOn", meeting.heldOn().toString(),
                "kind", meeting.kindLabel(),
                "topic", meeting.topic(),
                "chair", meeting.chair(),
                "attendance", meeting.attendance() + "人");
    }
}
