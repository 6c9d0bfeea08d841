package org.rectification.finding.process;

import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;

/** What forms send for a yes or a no; leaving it open is neither. */
enum Answer {
    AGREE,
    RETURN;

    /** @throws Refusal when nothing was chosen */
    static boolean agrees(@Nullable Answer answer) {
        if (answer == null) {
            throw Refusal.of("answer", "请选择办理意见。");
        }
        return answer == AGREE;
    }
}
