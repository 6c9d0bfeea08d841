package org.rectification.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rectification.people.HandoverContent.DutyLine;
import org.rectification.people.HandoverContent.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has to hand over, in words. */
@Component
class HandoverItems {

    private final JdbcClient jdbc;
    private final OpenWork openWork;
    private final Clock clock;

    HandoverItems(JdbcClient jdbc, OpenWork openWork, Clock clock) {
        this.jdbc = jdbc;
        this.openWork = openWork;
        this.clock = clock;
    }

    /** The case under which a paper of the organisation is kept at the moment. */
    Optional<String> runningRound(String organisationId) {
        return jdbc.sql(
                        """
                        select round_id from rectification.inspected_organisation
                         where organisation_id = ? and feedback_held_at is not null and archived_at is null
                         order by feedback_held_at desc limit 1""")
                .param(organisationId)
                .query(String.class)
                .optional();
    }

    List<DutyLine> duties(String person) {
        return jdbc.sql(
                        """
                        select d.role, v.name as village, d.since from rectification.duty d
                          left join rectification.village_register v
                            on v.organisation_id = d.organisation_id and v.code = d.village_code
                         where d.person_id = ? and d.until is null order by d.id""")
                .param(person)
                .query((row, number) -> new DutyLine(
                        Role.valueOf(row.getString("role")).label()
                                + (row.getString("village") == null ? "" : "（" + row.getString("village") + "）"),
                        row.getString("since")))
                .list();
    }

    List<Line> findings(String person) {
        return jdbc.sql(
                        """
                        select f.number, f.title, f.due_on from rectification.finding f
                         where ? in (f.responsible_leader, f.responsible_person)
                           and f.state not in ('STRUCK_OFF', 'LONG_TERM') order by f.due_on, f.id""")
                .param(person)
                .query((row, number) -> new Line(
                        "第" + row.getString("number") + "条 " + row.getString("title"), row.getString("due_on")))
                .list();
    }

    List<Line> tasks(String person) {
        return openWork.tasks(person).stream()
                .map(task -> new Line(
                        task.getName(),
                        task.getDueDate() == null
                                ? ""
                                : task.getDueDate()
                                        .toInstant()
                                        .minusMillis(1)
                                        .atZone(clock.getZone())
                                        .toLocalDate()
                                        .toString()))
                .toList();
    }
}
