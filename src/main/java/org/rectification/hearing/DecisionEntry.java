package org.rectification.hearing;

import org.springframework.lang.Nullable;

/**
 * The inspection office about an answer.
 *
 * @param decision {@link #ACCEPT} or {@link #RETURN}
 * @param remark the reason of a return
 */
public record DecisionEntry(@Nullable String decision, @Nullable String remark) {

    public static final String ACCEPT = "ACCEPT";
    public static final String RETURN = "RETURN";
}
