package org.rectification.consultation;

import org.springframework.lang.Nullable;

/**
 * The body about the minutes.
 *
 * @param decision {@link #CONFIRM} or {@link #RETURN}
 * @param reason of a return
 */
public record ConfirmationEntry(@Nullable String decision, @Nullable String reason) {

    public static final String CONFIRM = "CONFIRM";
    public static final String RETURN = "RETURN";
}
