package org.rectification.closure;

import org.springframework.lang.Nullable;

/** What the clerk proposes to make public. */
public record PublicTextEntry(@Nullable String text) {}
