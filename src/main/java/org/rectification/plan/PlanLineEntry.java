package org.rectification.plan;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What a drafter enters for one finding.
 *
 * @param similarCheck what was checked for the same problem elsewhere, and its result (S27)
 * @param similarChecked how many cases were checked; {@code similarFound} how many of them show the same problem
 * @param leader login of the responsible leader; null: as divided
 * @param branch responsible branch or office; null: as divided
 * @param person login of the responsible person; null: as divided
 * @param ownerReason why the owners change, or why their level differs from the finding's (S13)
 * @param noNowReason why there is no measure 当下改
 * @param noLastingReason why there is no measure 长久立
 */
public record PlanLineEntry(
        @Nullable String rootCause,
        @Nullable String similarCheck,
        @Nullable Integer similarChecked,
        @Nullable Integer similarFound,
        @Nullable String goal,
        @Nullable LocalDate dueOn,
        @Nullable String leader,
        @Nullable String branch,
        @Nullable String person,
        @Nullable String ownerReason,
        @Nullable List<Measure> measures,
        @Nullable String noNowReason,
        @Nullable String noLastingReason) {

    public PlanLineEntry {
        measures = measures == null ? List.of() : List.copyOf(measures);
    }
}
