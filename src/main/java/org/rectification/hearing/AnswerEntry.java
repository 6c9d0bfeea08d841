package org.rectification.hearing;

import org.springframework.lang.Nullable;

/**
 * What was done about a follow-up.
 *
 * @param evidenceFile id of a stored file; optional
 */
public record AnswerEntry(@Nullable String answer, @Nullable String evidenceFile) {}
