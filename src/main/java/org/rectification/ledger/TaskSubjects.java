package org.rectification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a task is about, in the words of its reader: twenty tasks of the same name differ by the finding, the period or
 * the village. Read from the ledger, so that a corrected title shows at once; one statement, however many tasks.
 */
@Component
public class TaskSubjects {

    private static final String SELECT =
            """
            with recursive reached as (
              select t.id_ as task_id, e.id_ as execution_id, e.parent_id_ as parent_id, 0 as distance
                from public.act_ru_task t join public.act_ru_execution e on e.id_ = t.execution_id_
               where t.id_ in (:tasks)
              union all
              select r.task_id, e.id_, e.parent_id_, r.distance + 1
                from reached r join public.act_ru_execution e on e.id_ = r.parent_id
            ), named as (
              select distinct on (r.task_id, v.name_) r.task_id, v.name_ as name, coalesce(v.text_, v.long_::text) as value
                from reached r join public.act_ru_variable v on v.execution_id_ = r.execution_id
               where v.task_id_ is null
                 and v.name_ in ('roundId', 'organisationId', 'findingId', 'subLedgerId', 'villageCode', 'reportNumber')
               order by r.task_id, v.name_, r.distance
            ), known as (
              select task_id,
                     max(value) filter (where name = 'roundId') as round_id,
                     max(value) filter (where name = 'organisationId') as organisation_id,
                     max(value) filter (where name = 'findingId') as finding_id,
                     max(value) filter (where name = 'subLedgerId') as sub_ledger_id,
                     max(value) filter (where name = 'villageCode') as village_code,
                     max(value) filter (where name = 'reportNumber') as report_number
                from named group by task_id
            )
            select k.task_id, o.name as organisation, v.name as village, f.number, f.title, k.report_number
              from known k
              left join rectification.finding f on f.id = k.finding_id
              left join rectification.sub_ledger s on s.id = k.sub_ledger_id
              left join rectification.inspected_organisation o on o.round_id = coalesce(f.round_id, s.round_id, k.round_id)
                   and o.organisation_id = coalesce(f.organisation_id, s.organisation_id, k.organisation_id)
              left join rectification.village v on v.round_id = o.round_id and v.organisation_id = o.organisation_id
                   and v.code = coalesce(f.village_code, s.village_code, k.village_code)""";

    private final JdbcClient jdbc;
    private final Duties duties;

    TaskSubjects(JdbcClient jdbc, Duties duties) {
        this.jdbc = jdbc;
        this.duties = duties;
    }

    /**
     * By task; tasks about nothing in particular are left out.
     *
     * @param taskIds tasks the person may read; the caller has asked the engine
     */
    public Map<String, String> of(String personId, Collection<String> taskIds) {
        if (taskIds.isEmpty()) {
            return Map.of();
        }
        // Within a township everybody knows which one it is.
        boolean several = duties.exercised(personId).stream().anyMatch(Role::supervises);
        return jdbc
                .sql(SELECT)
                .param("tasks", taskIds)
                .query((row, number) -> Map.entry(row.getString("task_id"), words(row, several)))
                .list()
                .stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String words(ResultSet row, boolean several) throws SQLException {
        var parts = new ArrayList<String>();
        parts.add(several ? row.getString("organisation") : null);
        parts.add(row.getString("village"));
        var number = row.getString("number");
        if (number != null) {
            // Numbers that say what they count ("反弹1") stand by themselves.
            parts.add((number.matches("\\d.*") ? "第" + number + "条 " : number + " ") + row.getString("title"));
        }
        var report = row.getString("report_number");
        parts.add(report == null ? null : "第" + report + "期");
        return parts.stream().filter(Objects::nonNull).collect(Collectors.joining("，"));
    }
}
