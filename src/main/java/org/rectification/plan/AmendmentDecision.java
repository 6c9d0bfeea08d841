package org.rectification.plan;

import org.springframework.lang.Nullable;

/** What the inspection office says to an amendment. */
public record AmendmentDecision(@Nullable Decision decision, @Nullable String remark) {

    /** Consent, which also takes it on file (备案), or return. */
    public enum Decision {
        CONSENT,
        RETURN
    }
}
