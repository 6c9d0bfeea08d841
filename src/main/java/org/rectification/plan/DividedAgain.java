package org.rectification.plan;

import org.springframework.lang.Nullable;

/** A line that was given back, and to whom it goes. */
public record DividedAgain(@Nullable String finding, Redivision to) {}
