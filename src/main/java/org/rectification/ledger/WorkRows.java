package org.rectification.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.rectification.finding.DecisionLevel;
import org.rectification.finding.FindingCards;
import org.rectification.finding.FindingState;
import org.rectification.finding.LimitMarks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the findings of a list with what the plan promised and what is claimed: one statement, however long the list. */
@Component
public class WorkRows {

    private static final String SELECT =
            """
            select f.*, %s, f.route in ('R3', 'R4') and not exists (
                       select from rectification.visit_finding vf join rectification.visit vi on vi.id = vf.visit_id
                        where vf.finding_id = f.id and vf.attempt = f.returns and vf.active and vi.sheet_file is not null)
                       as sheet_missing,
                   r.profile, v.name as village_name, l.name as leader_name, p.name as person_name,
                   d.name as doer_name, i.name as filled_in_name,
                   pl.root_cause, pl.goal, pl.due_on as planned_due_on,
                   x.reason as extension_reason, x.new_due_on as extension_new_due_on, x.level as extension_level,
                   coalesce(xp.name, x.requested_by) as extension_by,
                   (select jsonb_agg(jsonb_build_object('horizon', m.horizon, 'text', m.text, 'dueOn', m.due_on)
                                     order by m.position)
                      from rectification.plan_measure m where m.finding_id = f.id) as planned_measures
              from rectification.finding f
              join rectification.inspected_organisation c
                   on c.round_id = f.round_id and c.organisation_id = f.organisation_id
              join rectification.round r on r.id = f.round_id
              join rectification.sub_ledger s on s.id = f.sub_ledger_id
              left join rectification.village v on v.round_id = f.round_id
                   and v.organisation_id = f.organisation_id and v.code = f.village_code
              left join rectification.person l on l.id = f.responsible_leader
              left join rectification.person p on p.id = f.responsible_person
              left join rectification.person d on d.id = f.doer
              left join rectification.person i on i.id = f.filled_in_by
              left join rectification.plan_line pl on pl.finding_id = f.id
              left join rectification.extension x on x.finding_id = f.id and x.decided_at is null
              left join rectification.person xp on xp.id = x.requested_by
             where f.process_instance_id in (:instances)
             order by f.round_id, f.organisation_id, s.position, f.position"""
                    .formatted(LimitMarks.COLUMNS);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Labels labels;
    private final LimitMarks marks;

    WorkRows(JdbcClient jdbc, ObjectMapper json, Labels labels, LimitMarks marks) {
        this.jdbc = jdbc;
        this.json = json;
        this.labels = labels;
        this.marks = marks;
    }

    public List<Content> of(Collection<String> processInstanceIds) {
        if (processInstanceIds.isEmpty()) {
            return List.of();
        }
        var limits = marks.reader();
        return jdbc.sql(SELECT)
                .param("instances", processInstanceIds)
                .query((row, number) -> new Content(row.getString("process_instance_id"), finding(row, limits)))
                .list();
    }

    private WorkRow.Finding finding(ResultSet row, LimitMarks.Reader limits) throws SQLException {
        return new WorkRow.Finding(
                row.getString("id"),
                row.getString("round_id"),
                row.getString("organisation_id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("village_name"),
                labels.area(row.getString("profile"), row.getString("area")),
                row.getString("problem"),
                row.getString("opinion"),
                row.getBoolean("immediate"),
                row.getBoolean("key_concern"),
                FindingState.valueOf(row.getString("state")).label(),
                row.getObject("due_on", LocalDate.class),
                limits.isProvisional(row),
                row.getObject("original_due_on", LocalDate.class),
                row.getInt("returns"),
                row.getBoolean("sheet_missing"),
                FindingCards.returned(row.getString("returned_as"), row.getString("return_reason")),
                row.getString("responsible_branch"),
                row.getString("leader_name"),
                row.getString("person_name"),
                plan(row),
                result(row),
                row.getObject("next_review_on", LocalDate.class),
                row.getInt("extensions"),
                extension(row));
    }

    private static WorkRow.Extension extension(ResultSet row) throws SQLException {
        if (row.getString("extension_level") == null) {
            return null;
        }
        var level = DecisionLevel.valueOf(row.getString("extension_level"));
        return new WorkRow.Extension(
                row.getString("extension_by"),
                row.getString("extension_reason"),
                row.getObject("extension_new_due_on", LocalDate.class),
                level.label(),
                level.ofABody());
    }

    private WorkRow.Plan plan(ResultSet row) throws SQLException {
        if (row.getString("goal") == null && row.getString("planned_measures") == null) {
            return null;
        }
        return new WorkRow.Plan(
                row.getString("root_cause"),
                row.getString("goal"),
                row.getObject("planned_due_on", LocalDate.class),
                measures(row.getString("planned_measures")));
    }

    private WorkRow.Result result(ResultSet row) throws SQLException {
        if (row.getString("result") == null) {
            return null;
        }
        return new WorkRow.Result(
                row.getString("result"),
                row.getString("doer_name"),
                row.getString("filled_in_name"),
                measures(row.getString("measures_done")),
                row.getBigDecimal("claimed_amount"));
    }

    private List<Map<String, Object>> measures(String stored) {
        try {
            return stored == null
                    ? List.of()
                    : json.readValue(stored, new TypeReference<List<Map<String, Object>>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored measures are not a list", e);
        }
    }

    /** A finding and the process instance in which its tasks live. */
    public record Content(String processInstanceId, WorkRow.Finding finding) {}
}
