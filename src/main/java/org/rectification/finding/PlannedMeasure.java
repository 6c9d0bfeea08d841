package org.rectification.finding;

import org.rectification.finding.ReportedResult.Horizon;

/**
 * A measure of the finding's plan line, drafted or issued.
 *
 * @param done whether a report of it stands
 */
public record PlannedMeasure(String id, Horizon horizon, String text, boolean accountabilityOnly, boolean done) {

    boolean is(MeasureEntry entry) {
        return entry.namesPlanned()
                ? id.equals(entry.measureId())
                : horizon == entry.kind() && text.strip().equals(entry.text().strip());
    }
}
