package org.rectification.meeting;

import java.time.LocalDate;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * What is recorded about one thematic meeting (S37): that it was held, with record and scan, or why not.
 *
 * @param outcome {@link #HELD} or {@link #NOT_HELD}
 * @param chair who chaired it
 * @param attendance how many took part
 * @param record what happened
 * @param scanFile id of the scanned minutes
 * @param reason why none was held
 * @param onBehalfOf the branch secretary for whom somebody else fills in (代填)
 */
public record MeetingEntry(
        @Nullable String outcome,
        @Nullable LocalDate heldOn,
        @Nullable String chair,
        @Nullable Integer attendance,
        @Nullable String record,
        @Nullable String scanFile,
        @Nullable String reason,
        @Nullable String onBehalfOf) {

    public static final String HELD = "HELD";
    public static final String NOT_HELD = "NOT_HELD";

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_PEOPLE = 10_000;

    boolean held() {
        return HELD.equals(outcome);
    }

    /** @param name of the meeting, for the sentences */
    void check(Violations violations, String name, LocalDate feedbackOn, LocalDate today) {
        if (NOT_HELD.equals(outcome)) {
            violations.requireText(reason, "reason", "“" + name + "”未召开的理由", LONGEST_TEXT);
            return;
        }
        violations.require(held(), "outcome", "请选择“" + name + "”是否已经召开。");
        if (!held()) {
            return;
        }
        violations
                .require(
                        heldOn != null && !heldOn.isBefore(feedbackOn) && !heldOn.isAfter(today),
                        "heldOn",
                        "请填写“" + name + "”的召开日期，应在反馈之后且不晚于今日。")
                .requireText(chair, "chair", "主持人", LONGEST_NAME)
                .require(attendance != null && attendance > 0 && attendance < MOST_PEOPLE, "attendance", "请填写到会人数。")
                .requireText(record, "record", "“" + name + "”的会议情况", LONGEST_TEXT)
                .require(scanFile != null, "scanFile", "请上传“" + name + "”的会议记录扫描件。");
    }
}
