package org.rectification.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.rectification.deadline.ShanghaiTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * What waits for whom: one statement for everybody, however many people and tasks there are. A task nobody has taken
 * counts for each member of the bodies it is offered to, within their tenants.
 */
@Component
class Waiting {

    /** Who has what open: one row for each person and task, also for what is offered to a person's body. */
    static final String TASKS =
            """
            task as (
              select t.assignee_ as person, t.id_, t.create_time_, t.due_date_, t.task_def_key_, t.name_, t.tenant_id_
                from public.act_ru_task t where t.assignee_ is not null and t.suspension_state_ = 1
              union
              select m.user_id_, t.id_, t.create_time_, t.due_date_, t.task_def_key_, t.name_, t.tenant_id_
                from public.act_ru_task t
                join public.act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                join public.act_id_membership m on m.group_id_ = l.group_id_
               where t.assignee_ is null and t.suspension_state_ = 1
                 and (t.tenant_id_ is null or exists (
                      select 1 from public.act_id_tenant_member tm where tm.tenant_id_ = t.tenant_id_
                         and (tm.user_id_ = m.user_id_ or tm.group_id_ = l.group_id_)))
            )""";

    /**
     * What is open about each village, whoever holds it: its findings, what the model does once for each village, such as
     * its meeting, and whatever else lies on its branch secretary's desk.
     */
    static final String OF_VILLAGES =
            """
            about_village as (
              select f.organisation_id, f.village_code, t.id_, t.due_date_
                from public.act_ru_task t
                join rectification.finding f on f.process_instance_id = t.proc_inst_id_ and f.village_code is not null
               where t.suspension_state_ = 1
              union
              select t.tenant_id_, c.text_, t.id_, t.due_date_
                from public.act_ru_variable c
                join public.act_ru_task t on t.proc_inst_id_ = c.proc_inst_id_ and t.suspension_state_ = 1
                join public.act_ru_execution e on e.id_ = t.execution_id_
                left join public.act_ru_execution p on p.id_ = e.parent_id_
               where c.name_ = 'villageCode' and c.execution_id_ in (e.id_, e.parent_id_, p.parent_id_)
            ), village_task as (
              select * from about_village
              union
              select d.organisation_id, d.village_code, t.id_, t.due_date_
                from public.act_ru_task t
                join rectification.duty d on d.person_id = t.assignee_ and d.organisation_id = t.tenant_id_
                     and d.role = 'VILLAGE_SECRETARY' and d.since <= :today and (d.until is null or d.until >= :today)
               where t.suspension_state_ = 1 and not exists (select from about_village a where a.id_ = t.id_)
            ), of_village as (
              select t.organisation_id, t.village_code, coalesce(min(v.name), t.village_code) as name,
                     min(v.position) as position, count(distinct t.id_) as open,
                     count(distinct t.id_) filter (where t.due_date_ <= :now) as overdue
                from village_task t
                left join rectification.village v on v.organisation_id = t.organisation_id and v.code = t.village_code
               group by t.organisation_id, t.village_code
            )""";

    private static final String EVERYBODY = "with " + TASKS + ", " + OF_VILLAGES
            + """
            , work as (
              select t.person, count(*) as open, count(*) filter (where t.due_date_ <= :now) as overdue,
                     count(*) filter (where t.create_time_ > coalesce(d.told_at, :now)) as added,
                     count(*) filter (where t.task_def_key_ = 'userTask_replyToNotice') as notices
                from task t left join rectification.digest d on d.person_id = t.person
               group by t.person
            ), warned as (
              select recipient as person,
                     count(*) filter (where w.kind = 'GREEN') as green,
                     count(*) filter (where w.kind = 'YELLOW') as yellow,
                     count(*) filter (where w.kind not in ('GREEN', 'YELLOW')) as red
                from rectification.warning w cross join lateral unnest(w.recipients) as recipient
                left join rectification.digest d on d.person_id = recipient
               where w.raised_at > coalesce(d.told_at, '-infinity')
               group by recipient
            )
            select p.id, p.organisation_id, p.email, d.open as told_open, d.overdue as told_overdue, d.told_at,
                   coalesce(k.open, 0) as open, coalesce(k.overdue, 0) as overdue, coalesce(k.added, 0) as added,
                   coalesce(w.green, 0) as green, coalesce(w.yellow, 0) as yellow, coalesce(w.red, 0) as red,
                   coalesce(k.notices, 0) as notices,
                   case when exists (select from rectification.duty c where c.person_id = p.id
                                      and c.role = 'RECTIFICATION_OFFICE' and c.since <= :today
                                      and (c.until is null or c.until >= :today))
                        then (select count(*) from of_village o
                               where o.organisation_id = p.organisation_id)
                        else 0 end as villages
              from rectification.person p
              left join rectification.digest d on d.person_id = p.id
              left join work k on k.person = p.id
              left join warned w on w.person = p.id
             where p.active and (k.person is not null or w.person is not null) %s
             order by p.id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Waiting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One reader with what waits and what the last digest told. */
    record Reader(
            String personId,
            String organisationId,
            boolean hasMail,
            Figures figures,
            Figures told,
            int added,
            @Nullable OffsetDateTime since) {

        boolean hasNews() {
            return figures.saysMoreThan(told, added);
        }
    }

    List<Reader> forEverybody() {
        return jdbc.sql(EVERYBODY.formatted(""))
                .param("now", now())
                .param("today", LocalDate.now(clock))
                .query(Waiting::reader)
                .list();
    }

    /** Those of the people for whom anything waits. */
    List<Reader> of(List<String> people) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql(EVERYBODY.formatted("and p.id in (:people)"))
                        .param("now", now())
                        .param("today", LocalDate.now(clock))
                        .param("people", people)
                        .query(Waiting::reader)
                        .list();
    }

    /** They have been told by now. */
    void told(List<Reader> readers) {
        jdbc.sql(
                        """
                        insert into rectification.digest (person_id, told_at, open, overdue)
                        select person, ?, open, overdue
                          from unnest(?::text[], ?::int[], ?::int[]) as reader (person, open, overdue)
                        on conflict (person_id) do update
                           set told_at = excluded.told_at, open = excluded.open, overdue = excluded.overdue""")
                .param(OffsetDateTime.now(clock))
                .param(readers.stream().map(Reader::personId).toArray(String[]::new))
                .param(readers.stream().map(reader -> reader.figures().open()).toArray(Integer[]::new))
                .param(readers.stream()
                        .map(reader -> reader.figures().overdue())
                        .toArray(Integer[]::new))
                .update();
    }

    /**
     * Whose work grew less is measured by what is left: somebody else's taken over afterwards is news again.
     *
     * @param readers everybody for whom anything waits; for the others nothing does
     */
    void forgetWhatIsDone(List<Reader> readers) {
        jdbc.sql(
                        """
                        update rectification.digest d
                           set open = least(d.open, coalesce(r.open, 0)), overdue = least(d.overdue, coalesce(r.overdue, 0))
                          from rectification.digest told
                          left join unnest(?::text[], ?::int[], ?::int[]) as r (person, open, overdue)
                            on r.person = told.person_id
                         where d.person_id = told.person_id""")
                .param(readers.stream().map(Reader::personId).toArray(String[]::new))
                .param(readers.stream().map(reader -> reader.figures().open()).toArray(Integer[]::new))
                .param(readers.stream()
                        .map(reader -> reader.figures().overdue())
                        .toArray(Integer[]::new))
                .update();
    }

    /** What today's digest says stays readable. */
    void keep(List<Reader> readers) {
        var now = OffsetDateTime.now(clock);
        for (var reader : readers) {
            var figures = reader.figures();
            jdbc.sql(
                            """
                            insert into rectification.digest_day
                                (person_id, day, open, overdue, green, yellow, red, villages, notices, added, since, told_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (person_id, day) do nothing""")
                    .params(reader.personId(), LocalDate.now(clock), figures.open(), figures.overdue(), figures.green())
                    .params(figures.yellow(), figures.red(), figures.villages(), figures.notices())
                    .params(reader.added(), reader.since(), now)
                    .update();
        }
    }

    /** The engine keeps its times without a zone, in the zone of the product. */
    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ShanghaiTime.ZONE);
    }

    private static Reader reader(ResultSet row, int number) throws SQLException {
        return new Reader(
                row.getString("id"),
                row.getString("organisation_id"),
                row.getString("email") != null,
                new Figures(
                        row.getInt("open"),
                        row.getInt("overdue"),
                        row.getInt("green"),
                        row.getInt("yellow"),
                        row.getInt("red"),
                        row.getInt("villages"),
                        row.getInt("notices")),
                new Figures(row.getInt("told_open"), row.getInt("told_overdue"), 0, 0, 0, 0, 0),
                row.getInt("added"),
                row.getObject("told_at", OffsetDateTime.class));
    }
}
