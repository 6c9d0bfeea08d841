package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.InPlaceOf;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A later due day: asked for by those who have to keep it, decided one level above (row 28, S31). */
@Service("extensions")
public class Extensions {

    /** From this request on the next higher level decides. */
    private static final int STRICTER_FROM = 3;

    private final ExtensionStore store;
    private final FindingStore findings;
    private final FindingMoves moves;
    private final LevelAbove levelAbove;
    private final ExtensionLimits limits;
    private final Checkers checkers;
    private final Duties duties;
    private final FindingProcesses processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Extensions(
            ExtensionStore store,
            FindingStore findings,
            FindingMoves moves,
            LevelAbove levelAbove,
            ExtensionLimits limits,
            Checkers checkers,
            Duties duties,
            FindingProcesses processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.findings = findings;
        this.moves = moves;
        this.levelAbove = levelAbove;
        this.limits = limits;
        this.checkers = checkers;
        this.duties = duties;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an approver enters.
     *
     * @param recordedOn where a body decides: day of the consultation or of the Leading Group's meeting
     * @param recordNumber where a body decides: number of its record
     */
    public record Decision(
            boolean approved, @Nullable String reason, @Nullable LocalDate recordedOn, @Nullable String recordNumber) {}

    /**
     * Asks for a later day. Late requests and the third one go one step higher each.
     *
     * @return the level that decides
     * @throws Refusal for anybody but the responsible person, the responsible leader and the clerk, while another request
     *     waits, or when reason or day break a limit
     */
    @Transactional
    public DecisionLevel request(
            String actor, String findingId, @Nullable String reason, @Nullable LocalDate newDueOn) {
        var finding = findings.lock(findingId);
        var capacity = asking(actor, finding);
        if (store.pending(findingId).isPresent()) {
            throw Refusal.of("这个问题已有一份延期申请正在审批，请等待审批结果。");
        }
        limits.demandReason(reason);
        if (newDueOn == null) {
            throw Refusal.of("newDueOn", "请填写延期后的时限。");
        }
        var today = LocalDate.now(clock);
        // Tried on a copy that is never saved, so that whoever asks hears now what the approver would be refused later.
        findings.get(findingId).extendUntil(newDueOn, today, limits);
        var number = store.requests(findingId) + 1;
        var steps = steps(finding, number, today);
        var level = levelAbove.of(finding, steps, actor).level();
        store.add(Extension.requested(
                finding, number, reason.strip(), newDueOn, actor, OffsetDateTime.now(clock), steps, level));
        InPlaceOf.run(capacity, () -> note(actor, finding, "EXTENSION_REQUESTED", newDueOn, level, reason.strip()));
        if (!processes.extensionRequested(findingId)) {
            throw finding.illegal("申请延期");
        }
        return level;
    }

    /**
     * Grants the day that was asked for, or refuses it and leaves everything as it was.
     *
     * @throws Refusal for whoever asked or stands in for them, for anybody but the level above, for a refusal without a
     *     reason, or where a body decides and its record is not named
     */
    @Transactional
    public void decide(String actor, String findingId, Decision decision) {
        var finding = findings.lock(findingId);
        var pending = store.pending(findingId).orElseThrow(() -> Refusal.of("这个问题没有待审批的延期申请。"));
        var approver = approverOf(finding, pending);
        demandLevelAbove(actor, finding, pending, approver);
        if (!decision.approved()) {
            Finding.demandReason(decision.reason());
        }
        if (approver.level().ofABody()) {
            demandRecord(decision);
        }
        var extension = raised(finding, pending, approver.level());
        store.decide(extension, actor, OffsetDateTime.now(clock), decision);
        if (decision.approved()) {
            moves.apply(
                    actor,
                    finding,
                    "EXTENDED",
                    extension.reason(),
                    it -> it.extendUntil(extension.newDueOn(), LocalDate.now(clock), limits));
            events.publishEvent(new DueDaysChanged(List.of(findingId)));
            events.publishEvent(new CardChanged(findingId));
        } else {
            note(actor, finding, "EXTENSION_REFUSED", extension.newDueOn(), extension.level(), decision.reason());
        }
    }

    /** Whether the last request was granted. */
    public boolean granted(String findingId) {
        return store.last(findingId).map(Extension::approved).orElse(false);
    }

    /**
     * A day has passed: a request that was in time when it was made, and is late now, goes one step higher (row 28).
     *
     * @return whether somebody else decides from now on
     */
    @Transactional
    public boolean raise(String findingId) {
        var finding = findings.lock(findingId);
        var pending = store.pending(findingId);
        return pending.isPresent()
                && raised(
                                        finding,
                                        pending.get(),
                                        approverOf(finding, pending.get()).level())
                                .steps()
                        > pending.get().steps();
    }

    private Extension raised(Finding finding, Extension pending, DecisionLevel level) {
        var steps = Math.max(pending.steps(), steps(finding, pending.number(), LocalDate.now(clock)));
        if (steps == pending.steps() && level == pending.level()) {
            return pending;
        }
        if (steps > pending.steps()) {
            note(CurrentPerson.SYSTEM, finding, "EXTENSION_RAISED", pending.newDueOn(), level, null);
        }
        return store.raise(pending, steps, level);
    }

    private static int steps(Finding finding, int number, LocalDate today) {
        return (finding.dueOn().isBefore(today) ? 1 : 0) + (number >= STRICTER_FROM ? 1 : 0);
    }

    /** Login of whoever decides about the request in hand, or null where the inspection office records it. */
    @Nullable public String approver(String findingId) {
        return approverOf(findings.get(findingId), store.pending(findingId).orElseThrow())
                .person();
    }

    /** The inspection office where it records the decision, else nobody. */
    public List<String> approverGroups(String findingId) {
        return approver(findingId) == null ? List.of(Role.INSPECTION_OFFICE.group()) : List.of();
    }

    /** As things stand today: what was in time when it was asked for may be late by now. */
    private LevelAbove.Approver approverOf(Finding finding, Extension extension) {
        var steps = Math.max(extension.steps(), steps(finding, extension.number(), LocalDate.now(clock)));
        return levelAbove.of(finding, steps, extension.requestedBy());
    }

    /** In whose capacity the actor asks. */
    private String asking(String actor, Finding finding) {
        var owners = finding.owners().orElseThrow();
        var own = List.of(
                owners.person(), owners.leader(), duties.clerk(finding.facts().organisationId()));
        return duties.capacity(actor, own::contains).orElseThrow(() -> Refusal.of("延期只能由责任人员、责任领导或者整改办联络员申请。"));
    }

    private void demandLevelAbove(String actor, Finding finding, Extension extension, LevelAbove.Approver approver) {
        var allowed = approver.named()
                .map(person -> duties.actsFor(actor, person))
                .orElseGet(() -> duties.exercises(actor, Role.INSPECTION_OFFICE));
        if (!allowed) {
            throw Refusal.of("延期应由上一级（" + approver.level().label() + "）审批，您不是这次的审批人。");
        }
        var asking = Set.copyOf(
                List.of(extension.requestedBy(), finding.owners().orElseThrow().person()));
        if (asking.contains(actor) || checkers.standIns(finding, asking).contains(actor)) {
            throw Refusal.of("申请人、责任人员及其代行职责人员不能审批同一延期申请。");
        }
    }

    private void demandRecord(Decision decision) {
        if (decision.recordedOn() == null || decision.recordedOn().isAfter(LocalDate.now(clock))) {
            throw Refusal.of("recordedOn", "请填写会商（研究）日期，不得晚于今天。");
        }
        if (decision.recordNumber() == null || decision.recordNumber().isBlank()) {
            throw Refusal.of("recordNumber", "请填写会商记录（会议纪要）编号。");
        }
    }

    private void note(
            String actor, Finding finding, String kind, LocalDate newDueOn, DecisionLevel level, @Nullable String why) {
        var after =
                Map.of("due_on", finding.dueOn().toString(), "asked_for", newDueOn.toString(), "level", level.name());
        moves.note(actor, finding, kind, null, after, why);
    }

    /** The requests of a finding, the first one first. */
    public List<Extension> of(String findingId) {
        return store.of(findingId);
    }

    /** The request that waits for a decision. */
    public Optional<Extension> pending(String findingId) {
        return store.pending(findingId);
    }
}
