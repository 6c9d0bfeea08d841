package org.rectification.finding;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/**
 * A request for a later due day.
 *
 * @param number counts the finding's requests
 * @param formerDueOn due day when it was asked for
 * @param steps higher than usual: one for a late request, one for the third and every further one
 * @param level that decides; it rises when the due day passes before it is decided
 * @param approved null while it waits
 * @param remark the approver's words
 */
public record Extension(
        String findingId,
        int number,
        String reason,
        LocalDate formerDueOn,
        LocalDate newDueOn,
        String requestedBy,
        OffsetDateTime requestedAt,
        int steps,
        DecisionLevel level,
        @Nullable Boolean approved,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String remark) {

    static Extension requested(
            Finding finding,
            int number,
            String reason,
            LocalDate newDueOn,
            String actor,
            OffsetDateTime at,
            int steps,
            DecisionLevel level) {
        return new Extension(
                finding.facts().id(),
                number,
                reason,
                finding.dueOn(),
                newDueOn,
                actor,
                at,
                steps,
                level,
                null,
                null,
                null,
                null);
    }
}
