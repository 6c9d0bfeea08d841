package org.rectification.consultation;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * What was said, by the body or the clerk.
 *
 * @param effect on the findings that were asked about
 * @param minutesFile id of a stored file; optional
 */
public record MinutesEntry(
        @Nullable LocalDate heldOn, @Nullable String advice, @Nullable String effect, @Nullable String minutesFile) {}
