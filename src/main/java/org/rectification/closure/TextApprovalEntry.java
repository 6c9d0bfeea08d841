package org.rectification.closure;

import org.springframework.lang.Nullable;

/**
 * What the inspection office says to the public text.
 *
 * @param reason of a return
 */
public record TextApprovalEntry(@Nullable Decision decision, @Nullable String reason) {}
