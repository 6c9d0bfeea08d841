package org.rectification.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.finding.Verdict;
import org.rectification.people.Visibility;
import org.rectification.visit.Visit.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Visits as rows: one statement for the visits, one for everything on their lists. */
@Repository
class VisitStore {

    /** A result of a village that waits for a verdict on site. */
    private static final String WAITS =
            "f.state = 'VERIFICATION' and f.verdict is null and f.route in ('R3', 'R4') and f.village_code is not null";

    private static final String UNLISTED =
            """
             and not exists (select from rectification.visit_finding vf
                              where vf.finding_id = f.id and vf.attempt = f.returns and vf.active)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    VisitStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Waiting> waiting(Bodies bodies) {
        return jdbc.sql(
                        """
                        select f.round_id, f.organisation_id, o.name as organisation_name, f.village_code,
                               v.name as village_name, count(*) as count
                          from rectification.finding f
                          join rectification.inspected_organisation o using (round_id, organisation_id)
                          join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where %s and (%s) %s
                         group by f.round_id, f.organisation_id, o.name, o.position, f.village_code, v.name, v.position
                         order by f.round_id, o.position, v.position"""
                                .formatted(WAITS, Bodies.CONDITION, UNLISTED))
                .params(bodies.params())
                .query(Waiting.class)
                .list();
    }

    /** Puts what waits in the village on the list and returns how many that were. */
    int list(String visitId, Bodies bodies) {
        return jdbc.sql(
                        """
                        insert into rectification.visit_finding (visit_id, finding_id, position, attempt)
                        select v.id, f.id, coalesce((select max(position) from rectification.visit_finding
                                                      where visit_id = v.id), 0) + row_number() over (order by s.position, f.position),
                               f.returns
                          from rectification.visit v
                          join rectification.finding f on f.round_id = v.round_id
                               and f.organisation_id = v.organisation_id and f.village_code = v.village_code
                          join rectification.sub_ledger s on s.id = f.sub_ledger_id
                         where v.id = :visit and %s and (%s) %s"""
                                .formatted(WAITS, Bodies.CONDITION, UNLISTED))
                .params(bodies.params())
                .param("visit", visitId)
                .update();
    }

    void insert(String id, String roundId, String organisationId, String villageCode, LocalDate day, String actor) {
        jdbc.sql(
                        """
                        insert into rectification.visit (id, round_id, organisation_id, village_code, number, planned_on, planned_by, planned_at)
                        select :id, :round, :organisation, :village,
                               (select count(*) + 1 from rectification.visit
                                 where round_id = :round and organisation_id = :organisation),
                               :day, :actor, :now""")
                .param("id", id)
                .param("round", roundId)
                .param("organisation", organisationId)
                .param("village", villageCode)
                .param("day", day)
                .param("actor", actor)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void sign(String id, LocalDate visitedOn, String participants, String sheetFile, String actor) {
        jdbc.sql(
                        """
                        update rectification.visit set visited_on = ?, participants = ?, sheet_file = ?, signed_by = ?, signed_at = ?
                         where id = ?""")
                .params(visitedOn, participants, sheetFile, actor, OffsetDateTime.now(clock), id)
                .update();
    }

    void move(String id, LocalDate day) {
        jdbc.sql("update rectification.visit set planned_on = ? where id = ?")
                .params(day, id)
                .update();
    }

    void cancel(String id, String reason) {
        jdbc.sql("update rectification.visit set cancelled_at = ?, cancel_reason = ? where id = ?")
                .params(OffsetDateTime.now(clock), reason, id)
                .update();
        jdbc.sql("update rectification.visit_finding set active = false where visit_id = ?")
                .param(id)
                .update();
    }

    /** Holds the visit until the transaction ends; empty when there is none, or it was cancelled. */
    Optional<Locked> lock(String id) {
        return jdbc.sql(
                        """
                        select round_id, organisation_id, village_code, planned_at, sheet_file is not null as signed
                          from rectification.visit where id = ? and cancelled_at is null for update""")
                .param(id)
                .query((row, number) -> new Locked(
                        row.getString("round_id"),
                        row.getString("organisation_id"),
                        row.getString("village_code"),
                        row.getObject("planned_at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate(),
                        row.getBoolean("signed")))
                .optional();
    }

    /** A visit whose row is held. */
    record Locked(String roundId, String organisationId, String villageCode, LocalDate plannedDay, boolean signed) {}

    Optional<Visit> find(String id, Visibility.Condition cases) {
        return read("v.id = :visit", cases, Map.of("visit", id)).stream().findFirst();
    }

    /** Those with something still to be done: not signed, or with a row that waits; newest first. */
    List<Visit> open(Visibility.Condition cases) {
        return read(
                """
                (v.sheet_file is null or exists (select from rectification.visit_finding vf
                   join rectification.finding f on f.id = vf.finding_id
                  where vf.visit_id = v.id and vf.attempt = f.returns and f.verdict is null and f.state = 'VERIFICATION'))""",
                cases,
                Map.of());
    }

    private List<Visit> read(String condition, Visibility.Condition cases, Map<String, Object> params) {
        var all = new HashMap<String, Object>(cases.params());
        all.putAll(params);
        var visits = jdbc.sql(
                        """
                        select v.*, c.name as organisation_name, g.name as village_name, p.name as planned_by_name
                          from rectification.visit v
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                          join rectification.village g on g.round_id = v.round_id
                               and g.organisation_id = v.organisation_id and g.code = v.village_code
                          left join rectification.person p on p.id = v.planned_by
                         where v.cancelled_at is null and %s and (%s)
                         order by v.planned_on desc, v.number desc"""
                                .formatted(condition, cases.sql()))
                .params(all)
                .query((row, number) -> new Visit(
                        row.getString("id"),
                        row.getString("round_id"),
                        row.getString("organisation_id"),
                        row.getString("organisation_name"),
                        row.getString("village_code"),
                        row.getString("village_name"),
                        row.getInt("number"),
                        row.getObject("planned_on", LocalDate.class),
                        row.getString("planned_by_name"),
                        row.getObject("visited_on", LocalDate.class),
                        row.getString("participants"),
                        row.getString("sheet_file"),
                        List.of()))
                .list();
        var rows = rows(visits.stream().map(Visit::id).toList());
        return visits.stream()
                .map(visit -> new Visit(
                        visit.id(),
                        visit.roundId(),
                        visit.organisationId(),
                        visit.organisationName(),
                        visit.villageCode(),
                        visit.villageName(),
                        visit.number(),
                        visit.plannedOn(),
                        visit.plannedByName(),
                        visit.visitedOn(),
                        visit.participants(),
                        visit.sheetFile(),
                        rows.getOrDefault(visit.id(), List.of())))
                .toList();
    }

    private Map<String, List<Row>> rows(Collection<String> visitIds) {
        var rows = new LinkedHashMap<String, List<Row>>();
        if (visitIds.isEmpty()) {
            return rows;
        }
        jdbc.sql(
                        """
                        select vf.visit_id, f.id, f.number, f.title, f.problem, p.name as person_name, f.result,
                               (select string_agg(coalesce(s.name, '文号' || e.document_number), '；' order by e.given_at)
                                  from rectification.evidence e left join rectification.stored_file s on s.id = e.file_id
                                 where e.finding_id = f.id) as evidence,
                               vf.attempt = f.returns and f.state = 'VERIFICATION' and f.verdict is null as waiting,
                               s.verdict, s.reason,
                               (select string_agg(m ->> 'text', '；' order by n)
                                  from jsonb_array_elements(f.measures_done) with ordinality as measures (m, n)) as measures
                          from rectification.visit_finding vf
                          join rectification.finding f on f.id = vf.finding_id
                          left join rectification.person p on p.id = f.responsible_person
                          left join rectification.site_check s on s.finding_id = f.id and s.attempt = vf.attempt
                         where vf.visit_id in (:visits) and vf.active order by vf.visit_id, vf.position""")
                .param("visits", visitIds)
                .query(row -> {
                    var waiting = row.getBoolean("waiting");
                    rows.computeIfAbsent(row.getString("visit_id"), id -> new ArrayList<>())
                            .add(new Row(
                                    row.getString("id"),
                                    row.getString("number"),
                                    row.getString("title"),
                                    row.getString("problem"),
                                    row.getString("result"),
                                    row.getString("measures"),
                                    row.getString("evidence"),
                                    row.getString("person_name"),
                                    waiting,
                                    waiting ? null : label(row.getString("verdict")),
                                    waiting ? null : row.getString("reason")));
                });
        return rows;
    }

    private static @Nullable String label(@Nullable String verdict) {
        return verdict == null ? null : Verdict.valueOf(verdict).label();
    }
}
