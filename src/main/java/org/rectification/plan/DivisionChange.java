package org.rectification.plan;

import org.springframework.lang.Nullable;

/**
 * One change to the proposed division of findings; what is null stays as proposed.
 *
 * @param finding id of the finding
 * @param leader login of the responsible leader
 * @param branch responsible branch or office
 * @param person login of the responsible person, who also drafts the line
 * @param reason why (S13)
 * @param levelReason answers that the person's level is not the finding's
 */
public record DivisionChange(
        @Nullable String finding,
        @Nullable String leader,
        @Nullable String branch,
        @Nullable String person,
        @Nullable String reason,
        @Nullable String levelReason) {}
