package org.rectification.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Common problems as rows; their measure stands in every member's line, kept in step here. */
@Repository
class CommonProblemStore {

    private static final String SELECT =
            """
            select c.*, p.name as leader_name,
                   array(select l.finding_id from rectification.plan_line l join rectification.finding f on f.id = l.finding_id
                          where l.common_id = c.id order by f.village_code, f.position) as findings
              from rectification.common_problem c join rectification.person p on p.id = c.leader
             where\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    CommonProblemStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<CommonProblem> of(CaseKey key) {
        return jdbc.sql(
                        SELECT
                                + "c.round_id = ? and c.organisation_id = ? and c.dissolved_at is null order by c.grouped_at, c.id")
                .params(key.roundId(), key.organisationId())
                .query(CommonProblemStore::read)
                .list();
    }

    /** One that still holds, locked until the transaction ends. */
    Optional<CommonProblem> lock(CaseKey key, String id) {
        return jdbc.sql(
                        SELECT
                                + "c.id = ? and c.round_id = ? and c.organisation_id = ? and c.dissolved_at is null for update of c")
                .params(id, key.roundId(), key.organisationId())
                .query(CommonProblemStore::read)
                .optional();
    }

    void add(CaseKey key, CommonProblem common, String actor) {
        jdbc.sql(
                        """
                        insert into rectification.common_problem
                            (id, round_id, organisation_id, title, leader, measure, due_on, grouped_by, grouped_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(common.id(), key.roundId(), key.organisationId(), common.title(), common.leader())
                .params(common.measure(), common.dueOn(), actor, now())
                .update();
        var members = common.findings().toArray(String[]::new);
        jdbc.sql("update rectification.plan_line set common_id = ? where finding_id = any (?)")
                .param(common.id())
                .param(members)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.plan_measure (id, finding_id, position, horizon, text, due_on, common_id)
                        select gen_random_uuid()::text, l.finding_id,
                               (select coalesce(max(m.position), 0) + 1 from rectification.plan_measure m
                                 where m.finding_id = l.finding_id), 'LASTING', ?, ?, ?
                          from rectification.plan_line l where l.finding_id = any (?)""")
                .params(common.measure(), common.dueOn(), common.id())
                .param(members)
                .update();
    }

    void change(CommonProblem common) {
        jdbc.sql("update rectification.common_problem set title = ?, leader = ?, measure = ?, due_on = ? where id = ?")
                .params(common.title(), common.leader(), common.measure(), common.dueOn(), common.id())
                .update();
        jdbc.sql("update rectification.plan_measure set text = ?, due_on = ? where common_id = ?")
                .params(common.measure(), common.dueOn(), common.id())
                .update();
    }

    /** The lines keep the measure as one of their own. */
    void dissolve(String id, String actor, String reason) {
        jdbc.sql(
                        """
                        update rectification.common_problem set dissolved_by = ?, dissolved_at = ?, dissolve_reason = ?
                         where id = ?""")
                .params(actor, now(), reason, id)
                .update();
        jdbc.sql("update rectification.plan_measure set common_id = null where common_id = ?")
                .param(id)
                .update();
        jdbc.sql("update rectification.plan_line set common_id = null where common_id = ?")
                .param(id)
                .update();
    }

    /** Villages of the members but this one. */
    int villagesWithout(String id, String findingId) {
        return jdbc.sql(
                        """
                        select count(distinct f.village_code) from rectification.plan_line l
                          join rectification.finding f on f.id = l.finding_id where l.common_id = ? and l.finding_id <> ?""")
                .params(id, findingId)
                .query(Integer.class)
                .single();
    }

    /** The line keeps the measure as one of its own. */
    void leave(String id, String findingId) {
        jdbc.sql("update rectification.plan_measure set common_id = null where common_id = ? and finding_id = ?")
                .params(id, findingId)
                .update();
        jdbc.sql("update rectification.plan_line set common_id = null where common_id = ? and finding_id = ?")
                .params(id, findingId)
                .update();
    }

    private static CommonProblem read(ResultSet row, int number) throws SQLException {
        return new CommonProblem(
                row.getString("id"),
                row.getString("title"),
                row.getString("leader"),
                row.getString("leader_name"),
                row.getString("measure"),
                day(row),
                List.of((String[]) row.getArray("findings").getArray()));
    }

    private static @Nullable LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("due_on", LocalDate.class);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
