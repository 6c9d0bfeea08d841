package org.rectification.meeting;

import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * What the level above says: to the record of the township's meeting, or to a reason for having held none.
 *
 * @param decision {@link #ACCEPT} or {@link #RETURN}
 * @param remark why it is returned
 */
public record MeetingDecision(@Nullable String decision, @Nullable String remark) {

    public static final String ACCEPT = "ACCEPT";
    public static final String RETURN = "RETURN";

    private static final int LONGEST = 2_000;

    boolean accepted() {
        return ACCEPT.equals(decision);
    }

    /** @throws org.rectification.refusal.Refusal without a decision, or when it is returned without a reason */
    void check() {
        var violations = new Violations().require(accepted() || RETURN.equals(decision), "decision", "请选择办理意见。");
        if (RETURN.equals(decision)) {
            violations.requireText(remark, "remark", "退回的理由", LONGEST);
        } else {
            violations.optionalText(remark, "remark", "意见", LONGEST);
        }
        violations.refuseAny();
    }
}
