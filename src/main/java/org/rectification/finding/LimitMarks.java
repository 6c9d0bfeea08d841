package org.rectification.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.rectification.deadline.CaseRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the limit of a finding is provisional (暂定): the profile gave it, nobody has set another, and the calendar that it
 * was counted by is not out.
 */
@Component
public class LimitMarks {

    /** The profile gave the limit of finding {@code f}, and no person has set another since. */
    static final String COMPUTED =
            "(not f.due_given and not f.baseline and f.continued_until is null and f.extended_until is null)";

    /** What is needed of finding {@code f} and case {@code c}, besides the finding's own columns. */
    public static final String COLUMNS = COMPUTED + " as limit_computed, " + CaseRows.COLUMNS;

    private final JdbcClient jdbc;
    private final CaseRows cases;

    LimitMarks(JdbcClient jdbc, CaseRows cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** For the rows of one page, which hold {@link #COLUMNS}. */
    public Reader reader() {
        return new Reader(cases.reader());
    }

    boolean isProvisional(String findingId) {
        var reader = reader();
        return jdbc.sql(
                        """
                        select f.*, %s from rectification.finding f
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                         where f.id = ?"""
                                .formatted(COLUMNS))
                .param(findingId)
                .query((row, number) -> reader.isProvisional(row))
                .single();
    }

    /** Reads it off rows. */
    public static final class Reader {

        private final CaseRows.Reader cases;

        private Reader(CaseRows.Reader cases) {
            this.cases = cases;
        }

        /** A settled finding's day is history. */
        public boolean isProvisional(ResultSet row) throws SQLException {
            if (!row.getBoolean("limit_computed")
                    || FindingState.valueOf(row.getString("state")).settled()
                    || !cases.nearOpenYear(row.getObject("due_on", LocalDate.class))) {
                return false;
            }
            var dates = cases.of(row);
            return (row.getBoolean("immediate") ? dates.immediateDue() : dates.completeBy()).provisional();
        }
    }
}
