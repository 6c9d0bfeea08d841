package org.rectification.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The dates of cases whose rows a page reads anyway: each case is reckoned once, and nothing more is asked. */
@Component
public class CaseRows {

    /** What is needed of case {@code c}; round and organisation are read off the row as well. */
    public static final String COLUMNS =
            """
            c.feedback_on as case_feedback_on, case when c.complete_by_given then c.complete_by end as case_complete_by,
            (select cr.profile from rectification.round cr where cr.id = c.round_id) as case_profile""";

    /** No festival moves a day by more. */
    private static final int LONGEST_SHIFT_DAYS = 31;

    private final DeadlineCalculator calculator;
    private final Profiles profiles;
    private final WorkingCalendar calendar;

    CaseRows(DeadlineCalculator calculator, Profiles profiles, WorkingCalendar calendar) {
        this.calculator = calculator;
        this.profiles = profiles;
        this.calendar = calendar;
    }

    /** For the rows of one page. */
    public Reader reader() {
        return new Reader();
    }

    /** Remembers what it has reckoned. */
    public final class Reader {

        private final Map<String, Deadlines> reckoned = new HashMap<>();
        private final Map<Integer, Boolean> open = new HashMap<>();

        /** Whether a computed day lies near a year without a notice: only then its case need be reckoned. */
        public boolean nearOpenYear(LocalDate day) {
            return isOpen(day) || isOpen(day.plusDays(LONGEST_SHIFT_DAYS));
        }

        private boolean isOpen(LocalDate day) {
            return open.computeIfAbsent(day.getYear(), year -> calendar.isProvisional(day));
        }

        /** Every date of the row's case. */
        public Deadlines of(ResultSet row) throws SQLException {
            var key = row.getString("round_id") + "/" + row.getString("organisation_id");
            var known = reckoned.get(key);
            if (known == null) {
                known = calculator.deadlinesFor(
                        profiles.get(row.getString("case_profile")),
                        row.getObject("case_feedback_on", LocalDate.class),
                        row.getObject("case_complete_by", LocalDate.class),
                        null);
                reckoned.put(key, known);
            }
            return known;
        }
    }
}
