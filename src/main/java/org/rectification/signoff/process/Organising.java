package org.rectification.signoff.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.meeting.Meeting;
import org.rectification.meeting.StudyKind;
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

    /** The register as the first words of report A, kind by kind and in each by day; the clerk goes on writing from there. */
    Map<String, String> firstDraft(CaseKey key) {
        var byKind = studies.counting(key).stream().collect(Collectors.groupingBy(StudyMeeting::kind));
        return byKind.isEmpty()
                ? Map.of()
                : Map.of(
                        "deployment",
                        studies.summary(key)
                                + Stream.of(StudyKind.values())
                                        .filter(kind -> byKind.containsKey(kind.name()))
                                        .map(kind -> paragraph(kind, byKind.get(kind.name())))
                                        .collect(Collectors.joining()));
    }

    private static String paragraph(StudyKind kind, List<StudyMeeting> meetings) {
        return "\n" + kind.label() + "：\n"
                + meetings.stream().map(StudyMeeting::inWords).collect(Collectors.joining("\n"));
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
