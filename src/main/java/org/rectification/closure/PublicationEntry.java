package org.rectification.closure;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * Where and how long the approved text was made public.
 *
 * @param from first day
 * @param until last day
 */
public record PublicationEntry(@Nullable String where, @Nullable LocalDate from, @Nullable LocalDate until) {}
