package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The findings of all rounds, for the other capabilities: registering, owning, planning and counting them. */
@Service("findings")
public class Findings {

    private final JdbcClient jdbc;
    private final FindingRegister register;
    private final FindingStore store;
    private final FindingMoves moves;
    private final DefaultOwners defaultOwners;
    private final MeasureReports measures;
    private final ActedFor actedFor;
    private final FindingProcesses processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Findings(
            JdbcClient jdbc,
            FindingRegister register,
            FindingStore store,
            FindingMoves moves,
            DefaultOwners defaultOwners,
            MeasureReports measures,
            ActedFor actedFor,
            FindingProcesses processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.store = store;
        this.moves = moves;
        this.defaultOwners = defaultOwners;
        this.measures = measures;
        this.actedFor = actedFor;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters the findings of an organisation, with one list for the township and one for each of its villages (S10), each
     * split above 100 findings. The round, the organisation and its villages must be stored already.
     *
     * @return ids in the order given
     */
    @Transactional
    public List<String> register(String roundId, String organisationId, List<NewFinding> findings) {
        return register.enter(roundId, organisationId, findings);
    }

    /** Ids of a list's findings in their order. */
    public List<String> idsOf(String subLedgerId) {
        return jdbc.sql("select id from rectification.finding where sub_ledger_id = ? order by position")
                .param(subLedgerId)
                .query(String.class)
                .list();
    }

    /** Ids of all findings of a case: the township's list first, then village by village. */
    public List<String> idsOf(String roundId, String organisationId) {
        return jdbc.sql(
                        """
                        select f.id from rectification.finding f join rectification.sub_ledger s on s.id = f.sub_ledger_id
                         where f.round_id = ? and f.organisation_id = ? order by s.position, f.position""")
                .params(roundId, organisationId)
                .query(String.class)
                .list();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is no such finding */
    public Finding get(String findingId) {
        return store.get(findingId);
    }

    /** The feedback is held: the ledger opens, every finding gets its owners by portfolio and village (S16). */
    @Transactional
    public void openAll(String roundId, String organisationId, String actor) {
        defaultOwners.open(roundId, organisationId, LocalDate.now(clock), actor);
    }

    /**
     * Gives a finding to other people (S13, S20); its open tasks go with it.
     *
     * @throws Refusal without a reason, for somebody outside the organisation, or once the finding is settled
     */
    @Transactional
    public void assign(String actor, String findingId, Owners owners, String reason) {
        var finding = store.lock(findingId);
        if (owners.branch() == null || owners.branch().isBlank()) {
            throw Refusal.of("branch", "请填写责任党支部（办、站、所）。");
        }
        defaultOwners.demandMember(finding.facts().organisationId(), owners.leader(), "leader");
        defaultOwners.demandMember(finding.facts().organisationId(), owners.person(), "person");
        demandNotVerifiedFor(finding, owners);
        var former = finding.owners().map(Owners::leader).orElse(null);
        moves.apply(actor, finding, "ASSIGNED", reason, it -> it.assign(owners, reason));
        events.publishEvent(new FindingReassigned(findingId, former, owners, actor, reason));
    }

    /** In whose place somebody verified a finding never answers for it afterwards, as the verifier does not (row 41). */
    private void demandNotVerifiedFor(Finding finding, Owners owners) {
        var verifier = finding.life().verifiedBy;
        if (verifier != null
                && actedFor.of(finding.facts().id(), Set.of(verifier)).stream()
                        .anyMatch(absent -> absent.equals(owners.leader()) || absent.equals(owners.person()))) {
            throw Refusal.of("核验由他人代行其职责办理的，不能成为同一问题的责任领导或责任人员。");
        }
    }

    /** Its line stands in the draft plan: REGISTERED becomes PLANNED, any further state stays. */
    @Transactional
    public void plan(String actor, String findingId) {
        moves.move(actor, findingId, "PLANNED", null, Finding::plan);
    }

    /**
     * The plan is issued: its findings can be struck off from now on. Takes the row locks that a verification takes, so
     * that a finding either sees the plan or is already waiting for it when this returns. As many statements for hundreds
     * of findings as for two.
     *
     * @param dueOn planned due day per finding; findings left out keep theirs
     */
    @Transactional
    public void freezeBaseline(String actor, String roundId, String organisationId, Map<String, LocalDate> dueOn) {
        var all = store.lockAll(roundId, organisationId);
        var before = all.stream().collect(Collectors.toMap(each -> each.facts().id(), Finding::dueOn));
        moves.applyDates(
                actor,
                all,
                "PLAN_FROZEN",
                null,
                it -> it.freeze(dueOn.getOrDefault(it.facts().id(), it.dueOn())));
        resume(actor, all);
        publishMoved(all, before);
    }

    /**
     * A finding that was added after the plan had been issued stands in it from now on: the amendment that brings it in is
     * its baseline (S22, S27).
     */
    @Transactional
    public void standInPlan(String actor, String findingId, LocalDate dueOn, String reason) {
        var finding = List.of(store.lock(findingId));
        var before = Map.of(findingId, finding.get(0).dueOn());
        moves.applyDates(actor, finding, "PLAN_FROZEN", reason, it -> it.freeze(dueOn));
        resume(actor, finding);
        publishMoved(finding, before);
        processes.planIssued(findingId);
    }

    /** What was verified before there was a plan is struck off against it: a measure that nobody reported keeps it at work. */
    private void resume(String actor, List<Finding> findings) {
        findings.stream()
                .filter(Finding::awaitsStrikeOff)
                .map(each -> each.facts().id())
                .forEach(id -> measures.open(id)
                        .ifPresent(open -> moves.move(actor, id, "PLAN_ASKS_MORE", null, it -> it.verification()
                                .resume(open))));
    }

    /**
     * The plan was amended: findings have another limit, their running timers follow, the day that the plan set first stays
     * on record.
     *
     * @throws Refusal for a finding that is settled, that goes on beyond its limit or is past it already
     */
    @Transactional
    public void amendLimits(String actor, Map<String, LocalDate> dueOn, String reason) {
        var all = store.lockAll(dueOn.keySet());
        var before = all.stream().collect(Collectors.toMap(each -> each.facts().id(), Finding::dueOn));
        moves.applyDates(
                actor,
                all,
                "LIMIT_AMENDED",
                reason,
                it -> it.amendLimit(dueOn.get(it.facts().id()), LocalDate.now(clock)));
        publishMoved(all, before);
    }

    /** @throws Refusal when {@link #amendLimits} would refuse this day for the finding */
    @Transactional(readOnly = true)
    public void demandAmendable(String findingId, LocalDate dueOn) {
        store.get(findingId).amendLimit(dueOn, LocalDate.now(clock));
    }

    private void publishMoved(List<Finding> findings, Map<String, LocalDate> before) {
        events.publishEvent(new DueDaysChanged(findings.stream()
                .filter(each -> !each.dueOn().equals(before.get(each.facts().id())))
                .map(each -> each.facts().id())
                .toList()));
    }

    /** Of what the inspection found; what was added later never mixes into it, see {@link #addedCounts}. */
    public Counts counts(String roundId, String organisationId) {
        return addedCounts(roundId, organisationId, FindingOrigin.INSPECTION);
    }

    /** As {@link #counts}, of the findings of this origin. */
    public Counts addedCounts(String roundId, String organisationId, FindingOrigin origin) {
        return count(
                "f.round_id = ? and f.organisation_id = ? and f.origin = ?", roundId, organisationId, origin.name());
    }

    /** As {@link #counts}, of one list only. */
    public Counts countsOf(String subLedgerId) {
        return count("f.sub_ledger_id = ?", subLedgerId);
    }

    private Counts count(String condition, Object... params) {
        var byState = new EnumMap<FindingState, Integer>(FindingState.class);
        var late = new int[2];
        jdbc.sql(
                        """
                        select f.state, count(*) as total, count(*) filter (where f.due_on < ?) as overdue,
                               count(*) filter (where f.returns > 0) as returned
                          from rectification.finding f where %s group by f.state"""
                                .formatted(condition))
                .param(LocalDate.now(clock))
                .params(params)
                .query(row -> {
                    var state = FindingState.valueOf(row.getString("state"));
                    byState.put(state, row.getInt("total"));
                    if (!state.settled()) {
                        late[0] += row.getInt("overdue");
                        late[1] += row.getInt("returned");
                    }
                });
        return new Counts(byState, late[0], late[1]);
    }
}
