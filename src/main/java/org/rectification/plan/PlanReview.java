package org.rectification.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.springframework.lang.Nullable;

/**
 * One body's answer in the joint review (R24).
 *
 * @param paperPerson who signed the answer on paper (纸面); null when the body answers itself
 * @param paperOn day of that paper
 */
public record PlanReview(
        @Nullable ReviewVerdict verdict,
        @Nullable String comment,
        @Nullable String paperPerson,
        @Nullable LocalDate paperOn) {

    private static final int LONGEST_COMMENT = 4_000;

    /**
     * @param ownBody whether the person who records it belongs to the body; everybody else records from paper
     * @throws Refusal naming every field that is missing
     */
    void demandComplete(boolean ownBody, LocalDate today) {
        var found = new ArrayList<Violation>();
        if (verdict == null) {
            found.add(new Violation("verdict", "请选择审核意见:同意或退回。"));
        }
        if (verdict == ReviewVerdict.RETURN && blank(comment)) {
            found.add(new Violation("comment", "退回须写明审核意见。"));
        }
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            found.add(new Violation("comment", "审核意见不得超过" + LONGEST_COMMENT + "字。"));
        }
        if (blank(paperPerson) != (paperOn == null) || !ownBody && blank(paperPerson)) {
            found.add(new Violation("paperPerson", "代为登记纸面意见,须填写签署人和签署日期。"));
        }
        if (paperOn != null && paperOn.isAfter(today)) {
            found.add(new Violation("paperOn", "纸面意见的签署日期不能晚于今天。"));
        }
        Refusal.ifAny(found);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
