package org.rectification.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rectification.engine.CurrentPerson;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.trail.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 代行职责: naming a substitute, its beginning and its end. A person names the own substitute, or the Secretary or the
 * clerk does; the Secretary's is named by the inspection office.
 */
@Service("substitutions")
public class Substitutions {

    private static final int LONGEST_REASON = 200;

    private final JdbcClient jdbc;
    private final People people;
    private final Duties duties;
    private final SubstitutionNaming naming;
    private final SubstitutionConflicts conflicts;
    private final SubstituteTasks desk;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Substitutions(
            JdbcClient jdbc,
            People people,
            Duties duties,
            SubstitutionNaming naming,
            SubstitutionConflicts conflicts,
            SubstituteTasks desk,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.duties = duties;
        this.naming = naming;
        this.conflicts = conflicts;
        this.desk = desk;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Names a substitute; from the first day on, open and new tasks appear to that person too.
     *
     * @return id of the substitution
     * @throws Refusal for whoever may not name one, for a substitute of a substitute, for a period in the past, and where
     *     the substitute would verify what the same person has a hand in
     */
    @Transactional
    public String name(String actor, SubstitutionEntry entry) {
        new Violations()
                .requireText(entry.absent(), "absent", "被代行人", 64)
                .requireText(entry.substitute(), "substitute", "代行人", 64)
                .require(entry.startsOn() != null, "startsOn", "请填写开始日期。")
                .require(entry.endsOn() != null, "endsOn", "请填写结束日期。")
                .requireText(entry.reason(), "reason", "代行事由", LONGEST_REASON)
                .refuseAny();
        lock(entry.absent(), entry.substitute());
        var absent = active(entry.absent(), "absent");
        var substitute = active(entry.substitute(), "substitute");
        naming.demand(actor, absent);
        demandPeriod(entry);
        conflicts.demandNone(absent, substitute, entry);
        var id = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        insert into rectification.substitution
                            (id, absent_id, substitute_id, starts_on, ends_on, reason, named_by, named_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, absent.id(), substitute.id(), entry.startsOn(), entry.endsOn())
                .params(entry.reason().strip(), actor, OffsetDateTime.now(clock))
                .update();
        trail.person(
                actor,
                absent.organisationId(),
                absent.id(),
                "SUBSTITUTE_NAMED",
                null,
                Map.of(
                        "substitute", substitute.id(),
                        "from", entry.startsOn().toString(),
                        "until", entry.endsOn().toString()),
                entry.reason().strip());
        jdbc.sql("update rectification.substitution set process_instance_id = ? where id = ?")
                .params(desk.watch(id, absent.organisationId()), id)
                .update();
        begin(id);
        return id;
    }

    /** What the absent person has open appears to the substitute; before the first day and after the end nothing happens. */
    @Transactional
    public void begin(String id) {
        var row = get(id);
        var today = LocalDate.now(clock);
        if (row.endedOn() == null
                && !row.startsOn().isAfter(today)
                && !row.endsOn().isBefore(today)) {
            desk.share(row.absentId(), row.substituteId());
            tell(row);
        }
    }

    /** Ends it before its last day; whoever may name a substitute may end it, and so may the substitute. */
    @Transactional
    public void end(String actor, String id) {
        var row = find(id).orElseThrow(() -> Refusal.of("id", "没有这项代行记录。"));
        if (!actor.equals(row.substituteId())) {
            naming.demand(actor, people.find(row.absentId()).orElseThrow());
        }
        if (row.endedOn() != null || row.endsOn().isBefore(LocalDate.now(clock))) {
            throw Refusal.of("id", "这项代行已经结束。");
        }
        endEarly(actor, id);
    }

    private void endEarly(String actor, String id) {
        jdbc.sql("update rectification.substitution set ended_on = ?, ended_by = ? where id = ?")
                .params(LocalDate.now(clock), actor, id)
                .update();
        // Its instance ends with it, and takes back what was offered.
        desk.withdrawn(get(id).processInstanceId());
    }

    /** The last day has passed, or it was ended early: nothing of the absent person's is left with the substitute. */
    @Transactional
    public void over(String id) {
        var row = get(id);
        desk.takeBack(row.absentId(), row.substituteId());
        tell(row);
        var absent = people.find(row.absentId()).orElseThrow();
        trail.person(
                row.endedBy() == null ? CurrentPerson.SYSTEM : row.endedBy(),
                absent.organisationId(),
                absent.id(),
                "SUBSTITUTION_ENDED",
                Map.of("substitute", row.substituteId()),
                null,
                null);
    }

    private void tell(Row row) {
        events.publishEvent(new SubstitutesChanged(
                people.find(row.absentId()).orElseThrow().organisationId(), row.absentId(), row.substituteId()));
    }

    /** Everything of a person who leaves ends with the login. */
    @Transactional
    public void endAllOf(String actor, String personId) {
        jdbc.sql(
                        """
                        select id from rectification.substitution
                         where (absent_id = ? or substitute_id = ?) and ended_on is null and ends_on >= ?""")
                .params(personId, personId, LocalDate.now(clock))
                .query(String.class)
                .list()
                .forEach(id -> endEarly(actor, id));
    }

    /** First moment of the first day. */
    public Date beginsAt(String id) {
        return SubstituteTasks.startOf(get(id).startsOn(), clock.getZone());
    }

    /** First moment after the last day. */
    public Date endsAt(String id) {
        return SubstituteTasks.startOf(get(id).endsOn().plusDays(1), clock.getZone());
    }

    /** Those that concern the person, or that the person may name; the latest first. */
    @Transactional(readOnly = true)
    public List<Substitution> of(String reader) {
        var today = LocalDate.now(clock);
        return jdbc.sql(
                        """
                        select s.*, a.name as absent_name, b.name as substitute_name, coalesce(n.name, s.named_by) as named_by_name,
                               a.organisation_id
                          from rectification.substitution s
                          join rectification.person a on a.id = s.absent_id
                          join rectification.person b on b.id = s.substitute_id
                          left join rectification.person n on n.id = s.named_by
                         where :reader in (s.absent_id, s.substitute_id)
                            or a.organisation_id = (select organisation_id from rectification.person where id = :reader)
                            or :office
                         order by s.starts_on desc, s.id limit 200""")
                .param("reader", reader)
                .param("office", duties.holds(reader, Role.INSPECTION_OFFICE))
                .query((row, number) -> {
                    var ends = row.getObject("ends_on", LocalDate.class);
                    var starts = row.getObject("starts_on", LocalDate.class);
                    var ended = row.getObject("ended_on", LocalDate.class);
                    var over = ended != null || ends.isBefore(today);
                    var state = over ? "OVER" : starts.isAfter(today) ? "UPCOMING" : "RUNNING";
                    return new Substitution(
                            row.getString("id"),
                            row.getString("absent_id"),
                            row.getString("absent_name"),
                            row.getString("substitute_id"),
                            row.getString("substitute_name"),
                            starts,
                            ends,
                            row.getString("reason"),
                            row.getString("named_by_name"),
                            ended,
                            state,
                            !over
                                    && (reader.equals(row.getString("substitute_id"))
                                            || naming.allows(
                                                    reader,
                                                    row.getString("absent_id"),
                                                    row.getString("organisation_id"))));
                })
                .list();
    }

    private void demandPeriod(SubstitutionEntry entry) {
        if (entry.startsOn().isBefore(LocalDate.now(clock))) {
            throw Refusal.of("startsOn", "代行不得倒签：开始日期不能早于今天。");
        }
        if (entry.endsOn().isBefore(entry.startsOn())) {
            throw Refusal.of("endsOn", "结束日期不能早于开始日期。");
        }
    }

    private Person active(String id, String field) {
        return people.find(id).filter(Person::active).orElseThrow(() -> Refusal.of(field, "没有这个在岗人员：" + id + "。"));
    }

    /** Two who name each other at the same moment stand in one line. */
    private void lock(String one, String other) {
        jdbc.sql("select id from rectification.person where id in (?, ?) order by id for update")
                .params(one, other)
                .query(String.class)
                .list();
    }

    private Row get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no substitution " + id));
    }

    private java.util.Optional<Row> find(String id) {
        return jdbc.sql(
                        """
                        select absent_id, substitute_id, starts_on, ends_on, ended_on, ended_by, process_instance_id
                          from rectification.substitution where id = ?""")
                .param(id)
                .query(Row.class)
                .optional();
    }

    private record Row(
            String absentId,
            String substituteId,
            LocalDate startsOn,
            LocalDate endsOn,
            LocalDate endedOn,
            String endedBy,
            String processInstanceId) {}
}
