package org.rectification.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rectification.deadline.DateMove;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.KeptDates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The scheduled days of progress reports (S45) follow the calendar until the report is opened. */
@Component
class ReportDays implements KeptDates {

    private final JdbcClient jdbc;

    ReportDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells nothing of its own: the days of the reports are among the dates of the case. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DateMove> follow(
            String roundId, String organisationId, Deadlines before, Deadlines after, String actor, String reason) {
        var days = new ArrayList<>(after.progressReports());
        days.removeIf(report -> before.progressReports().stream()
                .anyMatch(old -> Objects.equals(old.index(), report.index())
                        && old.date().equals(report.date())));
        for (var report : days) {
            jdbc.sql(
                            """
                            update rectification.progress_report set due_on = ?
                             where round_id = ? and organisation_id = ? and number = ?
                               and standing = 'DUE' and opened_at is null""")
                    .params(report.date(), roundId, organisationId, report.index())
                    .update();
        }
        return List.of();
    }
}
