package org.rectification.plan;

import org.springframework.lang.Nullable;

/**
 * To whom a line goes that was given back, or that the clerk gives to somebody else.
 *
 * @param leader login of the responsible leader; null: as before
 * @param branch null: as before
 * @param person login of the responsible person, who also drafts the line
 * @param reason why (S13)
 */
public record Redivision(
        @Nullable String leader, @Nullable String branch, @Nullable String person, @Nullable String reason) {}
