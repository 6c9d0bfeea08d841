package org.rectification.meeting;

import java.time.LocalDate;
import java.util.List;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * A study or deployment meeting as the clerk records it, or records it again (S29).
 *
 * @param kind code of a {@link StudyKind}
 * @param minutesFile id of the minutes; may be left out
 * @param findings ids of the findings that it was about; may be left out
 * @param correctionReason what was wrong before; only in a correction
 * @param withdrawn whether the correction says that there was no such meeting
 */
public record StudyEntry(
        @Nullable String kind,
        @Nullable LocalDate heldOn,
        @Nullable String topic,
        @Nullable String chair,
        @Nullable Integer attendance,
        @Nullable String minutesFile,
        @Nullable List<String> findings,
        @Nullable String correctionReason,
        @Nullable Boolean withdrawn) {

    private static final int LONGEST_TOPIC = 500;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_PEOPLE = 10_000;

    public StudyEntry {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    boolean takesBack() {
        return Boolean.TRUE.equals(withdrawn);
    }

    void check(Violations violations, LocalDate feedbackOn, LocalDate today) {
        violations
                .require(
                        kind != null
                                && List.of(StudyKind.values()).stream()
                                        .anyMatch(each -> each.name().equals(kind)),
                        "kind",
                        "请选择会议类别。")
                .require(
                        heldOn != null && !heldOn.isBefore(feedbackOn) && !heldOn.isAfter(today),
                        "heldOn",
                        "请填写召开日期，应在反馈之后且不晚于今日。")
                .requireText(topic, "topic", "议题（学习内容）", LONGEST_TOPIC)
                .requireText(chair, "chair", "主持人", LONGEST_NAME)
                .require(attendance != null && attendance > 0 && attendance < MOST_PEOPLE, "attendance", "请填写参加人数。");
    }

    void checkCorrection(Violations violations) {
        violations.requireText(correctionReason, "correctionReason", "更正的理由", LONGEST_REASON);
    }
}
