package org.rectification.closure;

import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;

/** A yes or a no of the inspection office; leaving it open is neither. */
public enum Decision {
    ACCEPT,
    RETURN;

    /** @throws Refusal when nothing was chosen */
    static boolean accepts(@Nullable Decision decision) {
        if (decision == null) {
            throw Refusal.of("decision", "请选择办理意见。");
        }
        return decision == ACCEPT;
    }
}
