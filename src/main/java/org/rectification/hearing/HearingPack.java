package org.rectification.hearing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rectification.period.LedgerFigures;
import org.springframework.lang.Nullable;

/**
 * What the three bodies have before them at the hearing (S35, row 35): the ledger of what the inspection found, at one
 * moment.
 *
 * @param takenAt the moment at which every number and list was read
 * @param plannedOn day of the hearing
 * @param before the last progress report whose figures were taken; null before the first
 * @param places the township itself, then village by village
 * @param areas by kind of problem
 * @param rows every finding, in the order of the ledger
 * @param missing progress reports that are owed, late and not sent
 */
public record HearingPack(
        String organisation,
        Instant takenAt,
        LocalDate plannedOn,
        LedgerFigures figures,
        @Nullable Before before,
        List<Tally> places,
        List<Tally> areas,
        List<Row> rows,
        List<Report> missing) {

    List<Row> done() {
        return rows.stream().filter(row -> row.struckOffOn() != null).toList();
    }

    List<Row> overdue() {
        return rows.stream().filter(row -> !row.settled() && row.overdue()).toList();
    }

    List<Row> returned() {
        return rows.stream().filter(row -> !row.settled() && row.returns() > 0).toList();
    }

    List<Row> unfinished() {
        return rows.stream().filter(row -> !row.settled()).toList();
    }

    List<Row> longTerm() {
        return rows.stream()
                .filter(row -> row.settled() && row.struckOffOn() == null)
                .toList();
    }

    /** Struck off since the figures of the last report were taken. */
    List<Row> doneSince() {
        return done().stream()
                .filter(row -> before != null && row.struckOffAt().isAfter(before.takenAt()))
                .toList();
    }

    /** A report's figures, and when they were taken. */
    public record Before(int number, LedgerFigures figures, Instant takenAt) {}

    public record Report(int number, LocalDate dueOn) {}

    /**
     * One finding; where the reader may not see it, without its title.
     *
     * @param leader name of the responsible leader, empty before there is one
     */
    public record Row(
            String place,
            String area,
            String number,
            String title,
            String state,
            boolean settled,
            LocalDate dueOn,
            boolean overdue,
            int returns,
            String leader,
            String person,
            @Nullable Instant struckOffAt,
            @Nullable LocalDate struckOffOn) {}

    /** Figures of one place or one kind of problem. */
    public record Tally(String name, int total, int done, int longTerm, int unfinished, int overdue, int returned) {

        static Tally of(String name, List<Row> rows) {
            var open = rows.stream().filter(row -> !row.settled()).toList();
            var done =
                    (int) rows.stream().filter(row -> row.struckOffOn() != null).count();
            return new Tally(
                    name,
                    rows.size(),
                    done,
                    rows.size() - open.size() - done,
                    open.size(),
                    (int) open.stream().filter(Row::overdue).count(),
                    (int) open.stream().filter(row -> row.returns() > 0).count());
        }
    }
}
