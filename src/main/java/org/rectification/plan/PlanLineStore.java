package org.rectification.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rectification.finding.FindingOrigin;
import org.rectification.finding.Owners;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Plan lines as rows. One statement loads any number of them, with measures, owners and the reader's duties. */
@Repository
class PlanLineStore {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日HH:mm");

    private static final TypeReference<List<Measure>> MEASURES = new TypeReference<>() {};

    private static final String DUTIES =
            """
            (select coalesce(array_agg(d.role || coalesce('@' || d.village_code, '')), '{}') from rectification.duty d
              where d.person_id = %s and d.organisation_id = l.organisation_id
                and d.since <= :today and (d.until is null or d.until >= :today))""";

    private static final String SELECT =
            """
            select l.*, f.number, f.title, f.village_code, v.name as village_name, f.problem, f.opinion, f.addressee, f.origin, f.generalised_from,
                   f.responsible_leader, f.responsible_branch, f.responsible_person, ld.id as leader, ld.name as leader_name, ps.id as person, ps.name as person_name,
                   dr.name as drafter_name, fi.name as filled_in_by_name, bo.name as bounced_by_name,
                   p.state, f.state as finding_state, o.feedback_on, o.complete_by,
                   (select jsonb_agg(jsonb_build_object('id', m.id, 'horizon', m.horizon, 'text', m.text,
                           'dueOn', m.due_on, 'accountabilityOnly', m.accountability_only, 'commonId', m.common_id) order by m.position)
                      from rectification.plan_measure m where m.finding_id = l.finding_id) as measures,
            """
                    + DUTIES.formatted("ld.id") + " as leader_duties, "
                    + DUTIES.formatted("ps.id") + " as person_duties, "
                    + DUTIES.formatted(":actor") + " as actor_duties "
                    + """
              from rectification.plan_line l
              join rectification.finding f on f.id = l.finding_id
              join rectification.plan p on p.round_id = l.round_id and p.organisation_id = l.organisation_id
              join rectification.inspected_organisation o
                on o.round_id = l.round_id and o.organisation_id = l.organisation_id
              join rectification.person dr on dr.id = l.drafter
              left join rectification.village v
                on v.round_id = f.round_id and v.organisation_id = f.organisation_id and v.code = f.village_code
              left join rectification.person ld on ld.id = coalesce(cast(:leader as text), f.responsible_leader)
              left join rectification.person ps on ps.id = coalesce(cast(:person as text), f.responsible_person)
              left join rectification.person fi on fi.id = l.filled_in_by
              left join rectification.person bo on bo.id = l.bounced_by
             where\s""";

    private static final String ORDER = " order by v.position nulls first, f.position";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    PlanLineStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    List<PlannedLine> ofCase(CaseKey key, String actor) {
        return load(
                "l.round_id = :roundId and l.organisation_id = :organisationId" + ORDER,
                actor,
                Map.of("roundId", key.roundId(), "organisationId", key.organisationId()));
    }

    List<PlannedLine> ofDrafter(CaseKey key, String drafter) {
        return load(
                "l.round_id = :roundId and l.organisation_id = :organisationId and l.drafter = :actor" + ORDER,
                drafter,
                Map.of("roundId", key.roundId(), "organisationId", key.organisationId()));
    }

    /** Lines of a round that belong to organisations in which the person holds a duty. */
    List<PlannedLine> ofRound(String roundId, String actor) {
        return load(
                """
                l.round_id = :roundId and (l.drafter = :actor or exists (select from rectification.duty d
                    where d.person_id = :actor and d.organisation_id = l.organisation_id))"""
                        + ORDER,
                actor,
                Map.of("roundId", roundId));
    }

    List<PlannedLine> ofFindings(Collection<String> findingIds, String actor) {
        return findingIds.isEmpty()
                ? List.of()
                : load("l.finding_id in (:findingIds)", actor, Map.of("findingIds", findingIds));
    }

    Optional<PlannedLine> find(String findingId, String actor) {
        return load("l.finding_id = :findingId", actor, Map.of("findingId", findingId)).stream()
                .findFirst();
    }

    /** Everybody active in the organisation, with the duties of today. */
    Map<String, Officer> officers(String organisationId) {
        var officers = new LinkedHashMap<String, Officer>();
        jdbc.sql(
                        """
                        select p.id, p.name, (select coalesce(array_agg(d.role || coalesce('@' || d.village_code, '')), '{}')
                                 from rectification.duty d where d.person_id = p.id and d.organisation_id = p.organisation_id
                                  and d.since <= :today and (d.until is null or d.until >= :today)) as duties
                          from rectification.person p where p.organisation_id = :organisation and p.active order by p.id""")
                .param("organisation", organisationId)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    var id = row.getString("id");
                    officers.put(id, new Officer(id, row.getString("name"), duties(row, "duties")));
                });
        return officers;
    }

    /** Who saved each line last, in words; lines that nobody saved are left out. */
    Map<String, String> lastSaved(Collection<String> findingIds) {
        var saved = new HashMap<String, String>();
        jdbc.sql(
                        """
                        select l.finding_id, p.name, l.saved_at from rectification.plan_line l
                          join rectification.person p on p.id = l.saved_by where l.finding_id = any (?)""")
                .param(findingIds.toArray(String[]::new))
                .query(row -> {
                    var at = row.getObject("saved_at", OffsetDateTime.class).atZoneSameInstant(clock.getZone());
                    saved.put(row.getString("finding_id"), row.getString("name") + "于" + at.format(MOMENT));
                });
        return saved;
    }

    /**
     * As {@link #find}, with the line and the plan's state held until the transaction ends.
     *
     * @param leader who shall lead instead, null: as before
     * @param person who shall be responsible instead, null: as before
     */
    Optional<PlannedLine> lock(String findingId, String actor, @Nullable String leader, @Nullable String person) {
        var params = new HashMap<String, Object>();
        params.put("findingId", findingId);
        params.put("leader", leader);
        params.put("person", person);
        return load("l.finding_id = :findingId for update of l for share of p", actor, params).stream()
                .findFirst();
    }

    void save(String findingId, PlanLine line, String actor, @Nullable String filledInBy) {
        jdbc.sql(
                        """
                        update rectification.plan_line set root_cause = ?, similar_check = ?, similar_checked = ?,
                            similar_found = ?, goal = ?, due_on = ?,
                            no_now_reason = ?, no_lasting_reason = ?, owner_reason = ?, filled_in_by = ?, saved_by = ?,
                            saved_at = ?, claimed_by = coalesce(claimed_by, ?), claimed_at = coalesce(claimed_at, ?)
                         where finding_id = ?""")
                .params(line.rootCause(), line.similarCheck(), line.similarChecked(), line.similarFound())
                .params(line.goal(), line.dueOn())
                .params(line.noNowReason(), line.noLastingReason(), line.ownerReason(), filledInBy, actor, now())
                .params(filledInBy == null ? actor : null, filledInBy == null ? now() : null, findingId)
                .update();
        saveMeasures(findingId, line.measures());
    }

    /** What an amendment of the issued plan makes of a line; who drafted and claimed it stays. */
    void amend(String findingId, PlanLine line) {
        jdbc.sql(
                        """
                        update rectification.plan_line set root_cause = ?, similar_check = ?, similar_checked = ?,
                            similar_found = ?, goal = ?, due_on = ?, no_now_reason = ?, no_lasting_reason = ?,
                            owner_reason = ? where finding_id = ?""")
                .params(line.rootCause(), line.similarCheck(), line.similarChecked(), line.similarFound())
                .params(line.goal(), line.dueOn(), line.noNowReason(), line.noLastingReason())
                .params(line.ownerReason(), findingId)
                .update();
        saveMeasures(findingId, line.measures());
    }

    /** Measures that stay keep their ids, wherever they stand now; others refer to them. */
    private void saveMeasures(String findingId, List<Measure> measures) {
        var ids = measures.stream()
                .map(each -> each.id() == null ? UUID.randomUUID().toString() : each.id())
                .toArray(String[]::new);
        jdbc.sql("delete from rectification.plan_measure where finding_id = ? and not id = any (?)")
                .param(findingId)
                .param(ids)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.plan_measure
                            (id, finding_id, position, horizon, text, due_on, accountability_only)
                        select m.id, ?, m.position, m.horizon, m.text, m.due_on::date, m.accountability_only
                          from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                            with ordinality as m (id, horizon, text, due_on, accountability_only, position)
                        on conflict (id) do update set position = excluded.position, horizon = excluded.horizon,
                            text = excluded.text, due_on = excluded.due_on,
                            accountability_only = excluded.accountability_only""")
                .param(findingId)
                .param(ids)
                .param(measures.stream().map(each -> each.horizon().name()).toArray(String[]::new))
                .param(measures.stream().map(Measure::text).toArray(String[]::new))
                .param(measures.stream()
                        .map(each -> each.dueOn() == null ? null : each.dueOn().toString())
                        .toArray(String[]::new))
                .param(measures.stream().map(Measure::accountabilityOnly).toArray(Boolean[]::new))
                .update();
    }

    void claim(String findingId, String person) {
        jdbc.sql("update rectification.plan_line set claimed_by = ?, claimed_at = ? where finding_id = ?")
                .params(person, now(), findingId)
                .update();
    }

    /** Into the hands of who decides, with both names and the reason kept. */
    void bounce(String findingId, String by, String reason, String next) {
        jdbc.sql(
                        """
                        with bounced as (
                            update rectification.plan_line set bounced_by = ?, bounced_at = ?, bounce_reason = ?, drafter = ?,
                                filled_in_by = nullif(filled_in_by, ?), bounces = bounces + 1
                             where finding_id = ? returning *)
                        insert into rectification.plan_bounce (finding_id, number, bounced_by, bounced_at, reason)
                        select finding_id, bounces, bounced_by, bounced_at, bounce_reason from bounced""")
                .params(by, now(), reason, next, next, findingId)
                .update();
    }

    /**
     * Into the hands of whom it is given to, who has yet to claim it.
     *
     * @param mismatch the reason also answers that the person's level is not the finding's
     */
    void divideAgain(String findingId, String drafter, String by, String reason, boolean mismatch, boolean decided) {
        jdbc.sql(
                        """
                        update rectification.plan_bounce set given_to = ?, given_by = ?, given_at = ?, given_why = ?
                         where finding_id = ? and given_to is null""")
                .params(drafter, by, now(), reason, findingId)
                .update();
        jdbc.sql(
                        """
                        update rectification.plan_line set drafter = ?, bounced_by = null, bounced_at = null,
                            bounce_reason = null, claimed_by = null, claimed_at = null,
                            filled_in_by = nullif(filled_in_by, ?), owner_reason = case when ? then ? else owner_reason end,
                            decided_by = case when ? then ? else decided_by end
                         where finding_id = ?""")
                .params(drafter, drafter, mismatch, reason, decided, by, findingId)
                .update();
    }

    /** One time that a line was given back, with the names of those who did it and settled it. */
    record BounceRow(
            String findingId,
            int number,
            String bouncedBy,
            LocalDate bouncedOn,
            String reason,
            @Nullable String givenTo,
            @Nullable String givenBy,
            @Nullable String givenWhy) {}

    List<BounceRow> bounces(String roundId, String organisationId) {
        return jdbc.sql(
                        """
                        select b.finding_id, b.number, bp.name as bounced_by,
                               (b.bounced_at at time zone 'Asia/Shanghai')::date as bounced_on, b.reason,
                               gt.name as given_to, gb.name as given_by, b.given_why
                          from rectification.plan_bounce b
                          join rectification.finding f on f.id = b.finding_id
                          join rectification.person bp on bp.id = b.bounced_by
                          left join rectification.person gt on gt.id = b.given_to
                          left join rectification.person gb on gb.id = b.given_by
                          left join rectification.village v on v.round_id = f.round_id
                            and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where f.round_id = ? and f.organisation_id = ?
                         order by v.position nulls first, f.position, b.number""")
                .params(roundId, organisationId)
                .query(BounceRow.class)
                .list();
    }

    void claimAll(CaseKey key, String drafter) {
        jdbc.sql(
                        """
                        update rectification.plan_line set claimed_by = drafter, claimed_at = ?
                         where round_id = ? and organisation_id = ? and drafter = ? and claimed_at is null
                           and bounced_by is null""")
                .params(now(), key.roundId(), key.organisationId(), drafter)
                .update();
    }

    private List<PlannedLine> load(String condition, String actor, Map<String, ?> params) {
        return jdbc.sql(SELECT + condition)
                .param("leader", null)
                .param("person", null)
                .param("actor", actor)
                .param("today", LocalDate.now(clock))
                .params(params)
                .query((row, number) -> read(row, actor))
                .list();
    }

    private PlannedLine read(ResultSet row, String actor) throws SQLException {
        var subject = new Subject(
                row.getString("finding_id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("village_code"),
                row.getString("village_name"),
                row.getString("problem"),
                row.getString("opinion"),
                "PRINCIPAL".equals(row.getString("addressee")));
        var line = new PlanLine(
                subject,
                officer(row, "leader"),
                row.getString("responsible_branch"),
                officer(row, "person"),
                row.getString("root_cause"),
                row.getString("similar_check"),
                row.getObject("similar_checked", Integer.class),
                row.getObject("similar_found", Integer.class),
                row.getString("goal"),
                row.getObject("due_on", LocalDate.class),
                measures(row.getString("measures")),
                row.getString("no_now_reason"),
                row.getString("no_lasting_reason"),
                row.getString("owner_reason"));
        return new PlannedLine(
                new CaseKey(row.getString("round_id"), row.getString("organisation_id")),
                line,
                owners(row),
                new Period(
                        row.getObject("feedback_on", LocalDate.class), row.getObject("complete_by", LocalDate.class)),
                PlanState.valueOf(row.getString("state")),
                new Officer(row.getString("drafter"), row.getString("drafter_name"), Set.of()),
                new Officer(actor, actor, duties(row, "actor_duties")),
                !"REGISTERED".equals(row.getString("finding_state")),
                row.getString("claimed_by") != null,
                row.getString("saved_by") != null,
                row.getString("filled_in_by_name"),
                row.getString("bounced_by_name") == null
                        ? null
                        : new PlannedLine.Bounce(row.getString("bounced_by_name"), row.getString("bounce_reason")),
                row.getInt("bounces"),
                row.getString("decided_by") != null,
                row.getString("common_id"),
                FindingOrigin.valueOf(row.getString("origin")),
                row.getString("generalised_from"));
    }

    private static @Nullable Owners owners(ResultSet row) throws SQLException {
        var leader = row.getString("responsible_leader");
        return leader == null
                ? null
                : new Owners(leader, row.getString("responsible_branch"), row.getString("responsible_person"));
    }

    private static @Nullable Officer officer(ResultSet row, String column) throws SQLException {
        var id = row.getString(column);
        return id == null ? null : new Officer(id, row.getString(column + "_name"), duties(row, column + "_duties"));
    }

    private static Set<String> duties(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }

    private List<Measure> measures(@Nullable String text) {
        try {
            return text == null ? List.of() : json.readValue(text, MEASURES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("measures of a plan line cannot be read", e);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
