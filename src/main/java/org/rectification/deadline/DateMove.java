package org.rectification.deadline;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * One date of a case that is another one now.
 *
 * @param what the duty or finding in Chinese
 * @param from the day before the change; null when the duty is new
 * @param to the day from now on; null when the duty falls away
 * @param findingId of the finding whose limit it is, which has a trail of its own; null for a date of the case
 * @param provisional whether the new day may still change
 */
public record DateMove(
        String roundId,
        String organisationId,
        @Nullable String findingId,
        String what,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean provisional) {

    /** A date of the case. */
    public DateMove(
            String roundId,
            String organisationId,
            String what,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean provisional) {
        this(roundId, organisationId, null, what, from, to, provisional);
    }

    /** Whether it is a finding's own limit. */
    public boolean ofFinding() {
        return findingId != null;
    }
}
