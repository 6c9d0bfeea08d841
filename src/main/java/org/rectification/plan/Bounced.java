package org.rectification.plan;

import org.springframework.lang.Nullable;

/** A finding that its drafter gives back (退回), with the reason. */
public record Bounced(@Nullable String finding, @Nullable String reason) {}
