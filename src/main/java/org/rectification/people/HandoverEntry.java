package org.rectification.people;

import org.springframework.lang.Nullable;

/**
 * A hand-over as somebody asks for it.
 *
 * @param onPaper whoever hands over cannot confirm any more
 */
public record HandoverEntry(@Nullable String from, @Nullable String to, @Nullable String reason, boolean onPaper) {}
