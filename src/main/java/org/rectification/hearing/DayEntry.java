package org.rectification.hearing;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * The hearing on another day, by agreement.
 *
 * @param place of the new invitation; null: as before
 */
public record DayEntry(@Nullable LocalDate plannedOn, @Nullable String reason, @Nullable String place) {}
