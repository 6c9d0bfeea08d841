package org.rectification.signoff;

import org.springframework.lang.Nullable;

/**
 * What the Secretary does with the reports.
 *
 * @param decision {@link #SIGN} or {@link #RETURN}
 * @param reason of a return
 * @param confirmed whether the fixed statement is confirmed
 * @param signerName the signer's own name, typed
 */
public record SignatureEntry(
        @Nullable String decision, @Nullable String reason, @Nullable Boolean confirmed, @Nullable String signerName) {

    public static final String SIGN = "SIGN";
    public static final String RETURN = "RETURN";
}
