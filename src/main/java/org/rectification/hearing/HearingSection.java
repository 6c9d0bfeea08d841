package org.rectification.hearing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rectification.finding.FindingSection;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On a finding's page: what the joint hearing concluded about it (S35). */
@Component
@Order(30)
class HearingSection implements FindingSection {

    private static final List<String> COLUMNS = List.of("召开日期", "会议纪要", "结论", "说明");

    private final JdbcClient jdbc;

    HearingSection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Section> of(String findingId, String viewer) {
        var rows = jdbc.sql(
                        """
                        select h.held_on, h.minutes_number, c.conclusion, c.note from rectification.hearing_conclusion c
                          join rectification.hearing h using (round_id, organisation_id) where c.finding_id = ?""")
                .param(findingId)
                .query((row, number) -> List.of(
                        Cell.of(row.getObject("held_on", LocalDate.class).toString()),
                        Cell.of(row.getString("minutes_number")),
                        Cell.of(Conclusion.valueOf(row.getString("conclusion")).label()),
                        Cell.of(row.getString("note"))))
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Section("hearing", "集中听取结论", COLUMNS, rows));
    }
}
