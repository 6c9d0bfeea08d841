package org.rectification.closure;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * The circular inside the Party (R27).
 *
 * @param scope whom it reached; the same people as the feedback
 */
public record CircularEntry(@Nullable String number, @Nullable LocalDate circulatedOn, @Nullable String scope) {}
