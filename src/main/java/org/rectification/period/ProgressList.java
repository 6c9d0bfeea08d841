package org.rectification.period;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * One person's open findings for one progress report. A row that is left empty says that nothing changed; so a list is
 * never overdue.
 *
 * @param number of the report that it feeds
 * @param provisional whether the day may still change (暂定)
 * @param dueOn the report's day; the list may close earlier, when the report is prepared
 */
public record ProgressList(
        String roundId,
        String organisationId,
        String organisation,
        int number,
        LocalDate dueOn,
        boolean provisional,
        List<Row> rows) {

    /** How many of the person's own rows have no text for this report yet. */
    public int unwritten() {
        return (int) rows.stream()
                .filter(row -> !row.fillIn() && !row.written(number))
                .count();
    }

    /**
     * One finding.
     *
     * @param place the village, or 镇本级
     * @param person name of whose finding it is
     * @param fillIn whether the reader would enter it for that person (代填)
     * @param last the last text, of this report or an earlier one; null: none yet
     */
    public record Row(
            String findingId,
            String number,
            String title,
            String place,
            String state,
            LocalDate dueOn,
            boolean provisional,
            String person,
            boolean fillIn,
            @Nullable Last last) {

        boolean written(int report) {
            return last != null && last.report() == report;
        }
    }

    /**
     * The text that counts.
     *
     * @param by who wrote it, both names where somebody entered it for another
     */
    public record Last(int report, String text, String by, OffsetDateTime at) {}
}
