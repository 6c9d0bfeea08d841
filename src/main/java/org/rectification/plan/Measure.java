package org.rectification.plan;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * One measure of a plan line.
 *
 * @param dueOn its own time limit, due at 24:00 of the day; null: the line's limit. Only a lasting measure may have one
 *     after the completion date
 */
public record Measure(Horizon horizon, String text, @Nullable LocalDate dueOn) {}
