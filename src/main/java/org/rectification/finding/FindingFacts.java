package org.rectification.finding;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * What never changes about a finding once the plan is issued ({@link Corrections} before that), together with the completion date of its case.
 *
 * @param openedOn day on which the ledger was opened to the organisation; null before the feedback meeting
 * @param completeBy completion date of the case (S44)
 */
public record FindingFacts(
        String id,
        String roundId,
        String organisationId,
        String subLedgerId,
        String number,
        String title,
        String level,
        @Nullable String villageCode,
        String area,
        String problem,
        String opinion,
        boolean immediate,
        boolean keyConcern,
        String topic,
        @Nullable LocalDate openedOn,
        LocalDate completeBy) {

    public boolean ofTown() {
        return "TOWN".equals(level);
    }
}
