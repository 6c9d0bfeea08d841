package org.rectification.plan.sheet;

import java.util.List;
import org.rectification.plan.PlanLineEntry;
import org.springframework.lang.Nullable;

/**
 * One row as it was read.
 *
 * @param number as the program shows it, from 1
 * @param findingId null: the row does not say which finding it is about
 * @param label how people speak of the finding
 * @param fingerprint of the line as it was downloaded
 * @param unplanned the finding has no line, and nobody wrote anything into its row
 * @param groups number of the group in which each measure was written
 */
record SheetRow(
        int number,
        @Nullable String findingId,
        String label,
        @Nullable String fingerprint,
        boolean unplanned,
        PlanLineEntry entry,
        List<Integer> groups,
        List<Problem> problems) {

    /** @param column header of the column, empty for the row as a whole */
    record Problem(String column, String message) {}
}
