package org.rectification.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.engine.InPlaceOf;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Co-owners of findings: one leads, others have parts (S20, row 27). A part is confirmed by its own person; while one is
 * open, the lead cannot hand in the result. A part is a row of a list and no task of the engine: the token stays with the lead.
 */
@Service
public class CoOwners {

    private static final int LONGEST_TEXT = 1_000;

    private final JdbcClient jdbc;
    private final FindingStore store;
    private final DefaultOwners owners;
    private final FindingEvidence evidence;
    private final Duties duties;
    private final Trail trail;
    private final Clock clock;

    CoOwners(
            JdbcClient jdbc,
            FindingStore store,
            DefaultOwners owners,
            FindingEvidence evidence,
            Duties duties,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.owners = owners;
        this.evidence = evidence;
        this.duties = duties;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Gives a part to somebody of the organisation. Naming a person again opens the part anew.
     *
     * @throws Refusal for whoever neither leads the finding nor coordinates, for the lead as co-owner of their own finding,
     *     or once a result is in hand
     */
    @Transactional
    public void name(String actor, String findingId, @Nullable String person, @Nullable String part) {
        var finding = atWork(findingId, "指定配合责任人");
        var capacity = leading(actor, finding);
        new Violations()
                .requireText(person, "person", "配合责任人", 64)
                .requireText(part, "part", "配合事项", LONGEST_TEXT)
                .refuseAny();
        owners.demandMember(finding.facts().organisationId(), person, "person");
        if (finding.owners().map(Owners::person).filter(person::equals).isPresent()) {
            throw Refusal.of("person", "责任人员是牵头人，不能同时作为配合责任人。");
        }
        jdbc.sql(
                        """
                        insert into rectification.co_owner (finding_id, person_id, part, named_by, named_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (finding_id, person_id) do update set part = excluded.part, named_by = excluded.named_by,
                            named_at = excluded.named_at, confirmed_at = null, confirmed_by = null, confirmation = null,
                            released_at = null, released_by = null, release_reason = null""")
                .params(findingId, person, part, actor, OffsetDateTime.now(clock))
                .update();
        InPlaceOf.run(
                capacity, () -> tell(actor, finding, "CO_OWNER_NAMED", Map.of("person", person, "part", part), null));
    }

    /** Takes an open part back, with a reason. */
    @Transactional
    public void release(String actor, String findingId, String person, @Nullable String reason) {
        var finding = atWork(findingId, "取消配合责任人");
        var capacity = leading(actor, finding);
        Finding.demandReason(reason);
        if (!open(findingId, person)) {
            throw nothingOpen();
        }
        jdbc.sql(
                        """
                        update rectification.co_owner set released_at = ?, released_by = ?, release_reason = ?
                         where finding_id = ? and person_id = ?""")
                .params(OffsetDateTime.now(clock), actor, reason, findingId, person)
                .update();
        InPlaceOf.run(capacity, () -> tell(actor, finding, "CO_OWNER_RELEASED", Map.of("person", person), reason));
    }

    /**
     * The co-owner's own part is done; nobody confirms it for them but whoever acts in their place while they are away
     * (代行职责), and has a hand in the result from then on.
     */
    @Transactional
    public void confirm(String actor, String findingId, @Nullable String confirmation, Proofs proofs) {
        var finding = atWork(findingId, "确认配合事项");
        var today = LocalDate.now(clock);
        var owner = duties.capacity(actor, person -> open(findingId, person)).orElseThrow(CoOwners::nothingOpen);
        var violations = new Violations().requireText(confirmation, "confirmation", "完成情况", LONGEST_TEXT);
        proofs.check(violations, today);
        violations.refuseAny();
        jdbc.sql(
                        """
                        update rectification.co_owner set confirmed_at = ?, confirmed_by = ?, confirmation = ?
                         where finding_id = ? and person_id = ?""")
                .params(OffsetDateTime.now(clock), actor, confirmation, findingId, owner)
                .update();
        InPlaceOf.run(owner, () -> {
            tell(actor, finding, "CO_OWNER_CONFIRMED", Map.of("person", owner, "confirmation", confirmation), null);
            evidence.give(actor, finding.facts(), null, proofs);
        });
    }

    /** All parts of a finding, those taken back too. Asks nobody who may see them. */
    public List<CoOwner> of(String findingId) {
        return jdbc.sql(
                        """
                        select c.*, p.name, b.name as confirmed_by_name from rectification.co_owner c
                          join rectification.person p on p.id = c.person_id
                          left join rectification.person b on b.id = c.confirmed_by and b.id <> c.person_id
                         where c.finding_id = ? order by c.named_at, c.person_id""")
                .param(findingId)
                .query((row, number) -> coOwner(row))
                .list();
    }

    private CoOwner coOwner(ResultSet row) throws SQLException {
        return new CoOwner(
                row.getString("person_id"),
                row.getString("name"),
                row.getString("part"),
                at(row, "named_at"),
                at(row, "confirmed_at"),
                row.getString("confirmed_by_name"),
                row.getString("confirmation"),
                at(row, "released_at"),
                row.getString("release_reason"));
    }

    @Nullable private OffsetDateTime at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    }

    /** Somebody who may be given a part. */
    public record Candidate(String id, String name, String office) {}

    /** The organisation's people, without those who answer for the finding. */
    public List<Candidate> candidates(String findingId) {
        return jdbc.sql(
                        """
                        select p.id, p.name, p.office from rectification.finding f
                          join rectification.person p on p.organisation_id = f.organisation_id and p.active
                         where f.id = ? and p.id is distinct from f.responsible_person
                           and p.id is distinct from f.responsible_leader order by p.id""")
                .param(findingId)
                .query(Candidate.class)
                .list();
    }

    /** Findings in which a part of the person, or of somebody in whose place the person acts, is open and no result in hand. */
    public List<String> open(String person) {
        return jdbc.sql(
                        """
                        select f.id from rectification.finding f
                         where f.state in ('REGISTERED', 'PLANNED', 'IN_PROGRESS', 'CONTINUED')
                           and exists (select from rectification.co_owner c where c.finding_id = f.id
                                and c.person_id = any (?) and c.confirmed_at is null and c.released_at is null)
                         order by f.due_on, f.id""")
                .param(duties.everybodyIn(person).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** @throws Refusal naming whose part is open */
    void demandAllConfirmed(String findingId) {
        var open =
                of(findingId).stream().filter(CoOwner::open).map(CoOwner::name).collect(Collectors.joining("、"));
        if (!open.isEmpty()) {
            throw Refusal.of("配合责任人" + open + "尚未确认完成配合事项，不能提交整改结果。");
        }
    }

    private boolean open(String findingId, String person) {
        return of(findingId).stream().anyMatch(each -> each.personId().equals(person) && each.open());
    }

    private static Refusal nothingOpen() {
        return Refusal.of("没有待完成的配合事项，可能已确认或已取消。");
    }

    /** In whose capacity: the responsible person's, the leader's, the Secretary's, or the clerk's who coordinates. */
    private String leading(String actor, Finding finding) {
        return duties.capacity(actor, person -> leads(person, finding))
                .orElseThrow(() -> Refusal.of("只有责任领导、牵头的责任人员、党委书记或整改办可以指定、取消配合责任人。"));
    }

    private boolean leads(String person, Finding finding) {
        var organisation = finding.facts().organisationId();
        return finding.owners()
                        .filter(each -> person.equals(each.person()) || person.equals(each.leader()))
                        .isPresent()
                || duties.holds(person, Role.RECTIFICATION_OFFICE, organisation)
                || duties.holds(person, Role.PARTY_SECRETARY, organisation);
    }

    private Finding atWork(String findingId, String move) {
        var finding = store.lock(findingId);
        if (!finding.state().atWork()) {
            throw finding.illegal(move);
        }
        return finding;
    }

    private void tell(String actor, Finding finding, String kind, Map<String, Object> after, @Nullable String note) {
        var facts = finding.facts();
        trail.finding(actor, facts.roundId(), facts.organisationId(), facts.id(), kind, null, after, note);
    }
}
