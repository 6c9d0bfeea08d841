package org.rectification.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as people read it, page by page (S21); nobody sees a row that {@code Visibility} does not grant. */
@Service
public class Ledger {

    /** Rows that one page holds at most. */
    public static final int LARGEST_PAGE = 200;

    private final JdbcClient jdbc;
    private final LedgerRows rows;

    Ledger(JdbcClient jdbc, LedgerRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** @param size rows of the page, at most {@link #LARGEST_PAGE} */
    @Transactional(readOnly = true)
    public Page page(String personId, LedgerFilter filter, int page, int size) {
        var selection = rows.select(personId, filter);
        long total = jdbc.sql("select count(*)" + LedgerRows.FROM + selection.condition())
                .params(selection.params())
                .query(Long.class)
                .single();
        var found = jdbc.sql(LedgerRows.page(selection))
                .params(selection.params())
                .param("size", size)
                .param("offset", (long) page * size)
                .query(rows.reader())
                .list();
        return new Page(page, size, total, found);
    }

    /** Hands over the whole selection row by row, however long it is. */
    @Transactional(readOnly = true)
    public void each(String personId, LedgerFilter filter, Consumer<LedgerRow> consumer) {
        var selection = rows.select(personId, filter);
        try (var all =
                jdbc.sql(LedgerRows.rows(selection, "")).params(selection.params()).query(rows.reader()).stream()) {
            all.forEach(consumer);
        }
    }

    /** The most measures that the plan has for one finding of the selection. */
    @Transactional(readOnly = true)
    public int mostMeasures(String personId, LedgerFilter filter) {
        var selection = rows.select(personId, filter);
        return jdbc.sql(
                        """
                        select coalesce(max(of_one.measures), 0) from (select count(*) as measures
                          from rectification.plan_measure m where m.finding_id in (select f.id %s)
                         group by m.finding_id) of_one"""
                                .formatted(LedgerRows.FROM + selection.condition()))
                .params(selection.params())
                .query(Integer.class)
                .single();
    }

    /** Empty when there is no such finding for this person. */
    @Transactional(readOnly = true)
    public Optional<LedgerRow> find(String personId, String findingId) {
        // The path of a request may hold what no text of the database can.
        if (findingId.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        var selection = rows.select(personId, LedgerFilter.everything());
        return jdbc.sql(LedgerRows.rows(selection, " and f.id = :finding"))
                .params(selection.params())
                .param("finding", findingId)
                .query(rows.reader())
                .optional();
    }

    /** What repeats the finding or was generalised from it, and what it goes back to itself (S23, S27). */
    List<LedgerRow> linked(String personId, LedgerRow finding) {
        var selection = rows.select(personId, LedgerFilter.everything());
        var links =
                " and (f.recurrence_of = :finding or f.generalised_from = :finding or f.id = :repeated or f.id = :general)";
        return jdbc.sql(LedgerRows.rows(selection, links))
                .params(selection.params())
                .param("finding", finding.id())
                .param("repeated", finding.recurrenceOf())
                .param("general", finding.generalisedFrom())
                .query(rows.reader())
                .list();
    }

    /** @param total rows of the whole selection */
    public record Page(int page, int size, long total, List<LedgerRow> rows) {}
}
