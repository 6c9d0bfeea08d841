package org.rectification.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.springframework.lang.Nullable;

/**
 * One body's answer in the joint review (R24).
 *
 * @param comment about the plan as a whole
 * @param comments about single lines and fields
 * @param paperPerson who signed the answer on paper (纸面); null when the body answers itself
 * @param paperOn day of that paper
 * @param paperFile id of its stored scan
 */
public record PlanReview(
        @Nullable ReviewVerdict verdict,
        @Nullable String comment,
        @Nullable List<ReviewComment> comments,
        @Nullable String paperPerson,
        @Nullable LocalDate paperOn,
        @Nullable String paperFile) {

    private static final int LONGEST_COMMENT = 4_000;
    private static final int LONGEST_NAME = 64;

    public PlanReview {
        comments = comments == null ? List.of() : List.copyOf(comments);
    }

    /** As the body itself gives it, about the plan as a whole. */
    public PlanReview(@Nullable ReviewVerdict verdict, @Nullable String comment) {
        this(verdict, comment, List.of(), null, null, null);
    }

    /**
     * @param ownBody whether the person who records it belongs to the body; everybody else records from paper
     * @param lines findings that the plan has lines for
     * @throws Refusal naming every field that is missing
     */
    void demandComplete(boolean ownBody, Collection<String> lines, LocalDate today) {
        var found = new ArrayList<Violation>();
        if (verdict == null) {
            found.add(new Violation("verdict", "请选择审核意见：同意或退回。"));
        }
        if (verdict == ReviewVerdict.RETURN && blank(comment) && comments.isEmpty()) {
            found.add(new Violation("comment", "退回须写明审核意见，可写总体意见，也可逐条填写。"));
        }
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            found.add(new Violation("comment", "审核意见不得超过" + LONGEST_COMMENT + "字。"));
        }
        for (var i = 0; i < comments.size(); i++) {
            comments.get(i).violations("comments[" + i + "].", lines, found);
        }
        paper(ownBody, today, found);
        Refusal.ifAny(found);
    }

    private void paper(boolean ownBody, LocalDate today, List<Violation> found) {
        var parts = List.of(!blank(paperPerson), paperOn != null, !blank(paperFile));
        if (parts.contains(false) && (!ownBody || parts.contains(true))) {
            found.add(new Violation("paperPerson", "代为登记纸面意见，须填写签署人和签署日期，并上传纸面意见扫描件。"));
        }
        if (paperPerson != null && paperPerson.length() > LONGEST_NAME) {
            found.add(new Violation("paperPerson", "签署人不得超过" + LONGEST_NAME + "字。"));
        }
        if (paperOn != null && paperOn.isAfter(today)) {
            found.add(new Violation("paperOn", "纸面意见的签署日期不能晚于今天。"));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
