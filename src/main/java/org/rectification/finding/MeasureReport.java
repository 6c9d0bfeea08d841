package org.rectification.finding;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.rectification.finding.ReportedResult.Horizon;
import org.rectification.finding.ReportedResult.Measure;
import org.springframework.lang.Nullable;

/**
 * A measure that was reported done.
 *
 * @param measureId the plan's measure, or null
 * @param doneBy login, or the name of somebody without one
 * @param withdrawnAt null while it stands
 */
public record MeasureReport(
        String id,
        @Nullable String measureId,
        Horizon horizon,
        String text,
        boolean accountabilityOnly,
        LocalDate doneOn,
        @Nullable String report,
        String doneBy,
        @Nullable String filledInBy,
        OffsetDateTime reportedAt,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable String withdrawalReason) {

    boolean stands() {
        return withdrawnAt == null;
    }

    Measure measure() {
        return new Measure(text, horizon, accountabilityOnly);
    }
}
