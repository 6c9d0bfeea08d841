package org.rectification.period;

import org.springframework.lang.Nullable;

/**
 * The Secretary's decision on a progress report.
 *
 * @param decision {@link #APPROVE} or {@link #RETURN}
 * @param reason of a return
 */
public record ApprovalEntry(@Nullable String decision, @Nullable String reason) {

    public static final String APPROVE = "APPROVE";
    public static final String RETURN = "RETURN";
}
