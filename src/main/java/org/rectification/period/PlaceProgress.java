package org.rectification.period;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What happened to the findings of one place, the township itself or a village, since the last report.
 *
 * @param changes findings by what happened to them, in the order of the ledger
 * @param measures how many measures were reported done
 * @param entries what the list owners wrote for this report
 * @param late unfinished past their day, whenever they became so
 */
record PlaceProgress(
        String name,
        boolean village,
        Map<ProgressChange, List<Told>> changes,
        int measures,
        List<Entry> entries,
        List<Told> late) {

    PlaceProgress {
        changes = changes.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(changes));
    }

    List<Told> of(ProgressChange change) {
        return changes.getOrDefault(change, List.of());
    }

    /** Whether a report has anything to say about the place. */
    boolean moved() {
        return !changes.isEmpty() || measures > 0 || !entries.isEmpty();
    }

    /** A finding as a report names it. */
    record Told(String number, String title) {}

    /** The last text for one finding. */
    record Entry(Told finding, String text) {}
}
