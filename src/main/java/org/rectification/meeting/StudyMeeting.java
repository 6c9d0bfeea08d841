package org.rectification.meeting;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A row of the register of study and deployment meetings (S29).
 *
 * @param kindLabel its kind in Chinese
 * @param findings ids of the findings that it was about
 * @param corrects id of the row that this one replaces
 * @param current whether no later row replaces it, and it does not take the meeting back
 * @param recordedBy name
 * @param recordedOn Asia/Shanghai
 */
public record StudyMeeting(
        String id,
        String kind,
        String kindLabel,
        LocalDate heldOn,
        String topic,
        String chair,
        int attendance,
        @Nullable String minutesFile,
        List<String> findings,
        @Nullable String corrects,
        @Nullable String correctionReason,
        boolean withdrawn,
        boolean current,
        String recordedBy,
        LocalDate recordedOn) {

    public StudyMeeting {
        findings = List.copyOf(findings);
    }

    /** One line of report A below its kind: day, chair, how many, what about. */
    public String inWords() {
        return "%d年%d月%d日，%s主持，%d人参加：%s"
                .formatted(heldOn.getYear(), heldOn.getMonthValue(), heldOn.getDayOfMonth(), chair, attendance, topic);
    }
}
