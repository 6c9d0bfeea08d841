package org.rectification.people;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * 代行职责 as it stands in the register.
 *
 * @param state UPCOMING, RUNNING or OVER
 * @param mayEnd whether the reader may end it early
 */
public record Substitution(
        String id,
        String absent,
        String absentName,
        String substitute,
        String substituteName,
        LocalDate startsOn,
        LocalDate endsOn,
        String reason,
        String namedByName,
        @Nullable LocalDate endedOn,
        String state,
        boolean mayEnd) {}
