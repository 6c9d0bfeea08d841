package org.rectification.people;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * A substitute as somebody names one.
 *
 * @param absent login of the person who is away
 * @param substitute login of the person who acts in that place
 * @param startsOn first day, {@code endsOn} last day, both included, Asia/Shanghai
 */
public record SubstitutionEntry(
        @Nullable String absent,
        @Nullable String substitute,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String reason) {}
