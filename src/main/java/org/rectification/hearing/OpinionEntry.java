package org.rectification.hearing;

import java.time.LocalDate;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * What one body says about the progress.
 *
 * @param paperPerson who signed it on paper (纸面); null when the body types it itself
 * @param paperFile id of the scan
 */
public record OpinionEntry(
        @Nullable String opinion,
        @Nullable String paperPerson,
        @Nullable LocalDate paperOn,
        @Nullable String paperFile) {

    private static final int LONGEST_OPINION = 4_000;
    private static final int LONGEST_NAME = 64;

    /**
     * @param ownBody whether the person belongs to the body; the inspection office records the others from paper
     * @throws Refusal naming every field that is missing
     */
    void check(boolean ownBody, LocalDate today) {
        var onPaper = paperPerson != null || paperOn != null || paperFile != null;
        var violations = new Violations().requireText(opinion, "opinion", "意见", LONGEST_OPINION);
        if (!ownBody || onPaper) {
            violations
                    .requireText(paperPerson, "paperPerson", "纸面意见签署人", LONGEST_NAME)
                    .require(paperOn != null && !paperOn.isAfter(today), "paperOn", "请填写纸面意见的签署日期，不得晚于今日。")
                    .require(paperFile != null, "paperFile", "代为登记纸面意见，须上传纸面意见扫描件。");
        }
        violations.refuseAny();
    }
}
