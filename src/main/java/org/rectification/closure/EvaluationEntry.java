package org.rectification.closure;

import org.springframework.lang.Nullable;

/**
 * What the inspection office found.
 *
 * @param score 0 to 100 points
 * @param contradictions items in which the report contradicts the facts (R30)
 * @param reasons for the points taken off
 */
public record EvaluationEntry(@Nullable Integer score, @Nullable Integer contradictions, @Nullable String reasons) {}
