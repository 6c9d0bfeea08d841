package org.rectification.period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.rectification.period.ProgressReport.Similarity;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored progress reports. */
@Component
class ProgressReportRows {

    private final JdbcClient jdbc;
    private final StoredJson json;

    ProgressReportRows(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * In the order of their numbers.
     *
     * @param condition begins with {@code and}, or is empty
     */
    List<ProgressReport> list(CaseKey key, String condition) {
        return jdbc.sql("select * from rectification.progress_report where round_id = ? and organisation_id = ? "
                        + condition + " order by number")
                .params(key.roundId(), key.organisationId())
                .query(this::read)
                .list();
    }

    Optional<ProgressReport> find(CaseKey key, int number) {
        return list(key, "").stream()
                .filter(report -> report.number() == number)
                .findFirst();
    }

    /** The last report before this one that was prepared. */
    Optional<ProgressReport> before(CaseKey key, int number) {
        return list(key, "and figures is not null").stream()
                .filter(report -> report.number() < number)
                .reduce((earlier, later) -> later);
    }

    void update(CaseKey key, int number, String assignments, Object... values) {
        jdbc.sql("update rectification.progress_report set " + assignments
                        + " where round_id = ? and organisation_id = ? and number = ?")
                .params(values)
                .params(key.roundId(), key.organisationId(), number)
                .update();
    }

    private ProgressReport read(ResultSet row, int index) throws SQLException {
        return new ProgressReport(
                row.getInt("number"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("opened_at") != null,
                json.read(row.getString("figures"), LedgerFigures.class),
                instant(row, "figures_at"),
                row.getString("content"),
                row.getString("prepared_by"),
                instant(row, "prepared_at"),
                row.getInt("returns"),
                row.getString("return_reason"),
                instant(row, "approved_at"),
                row.getObject("similar_to") == null
                        ? null
                        : new Similarity(row.getInt("similar_to"), row.getInt("similar_percent")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
