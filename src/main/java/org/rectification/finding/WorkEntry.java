package org.rectification.finding;

import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A result as it is handed in, through whichever door.
 *
 * @param measures what was done; measures reported before need not be repeated
 * @param filledInFor who did the work when the actor only enters it (代填): a login, or the name of somebody without one
 */
public record WorkEntry(
        @Nullable String result,
        @Nullable List<MeasureEntry> measures,
        @Nullable List<EvidenceEntry> evidence,
        @Nullable String documentNumber,
        @Nullable List<ClaimEntry> claims,
        @Nullable String filledInFor) {

    public WorkEntry {
        measures = measures == null ? List.of() : List.copyOf(measures);
    }

    Proofs proofs() {
        return new Proofs(evidence, documentNumber, claims);
    }
}
