package org.rectification.signoff;

import java.time.LocalDate;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/** The committee's meeting that deliberated both reports. */
public record DeliberationEntry(@Nullable LocalDate heldOn, @Nullable String minutesNumber) {

    private static final int LONGEST_NUMBER = 200;

    /** @throws org.rectification.refusal.Refusal without a day within the period, or without minutes */
    void check(LocalDate feedbackOn, LocalDate today) {
        new Violations()
                .require(
                        heldOn != null && !heldOn.isBefore(feedbackOn) && !heldOn.isAfter(today),
                        "heldOn",
                        "请填写党委会日期，应在反馈之后且不晚于今日。")
                .requireText(minutesNumber, "minutesNumber", "党委会纪要文号", LONGEST_NUMBER)
                .refuseAny();
    }
}
