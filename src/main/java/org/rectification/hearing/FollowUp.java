package org.rectification.hearing;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * A gap of the hearing that is followed up (S35).
 *
 * @param position number in the minutes, from 1
 * @param outcome what became of it; null while nobody has said
 */
public record FollowUp(int position, String description, LocalDate dueOn, @Nullable String outcome) {}
