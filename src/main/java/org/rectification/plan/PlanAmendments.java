package org.rectification.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes to an issued plan: written by the clerk with a reason, deliberated where measures, goals or limits change, effective
 * as a new version once the inspection office consents.
 */
@Service
public class PlanAmendments {

    private static final int LONGEST_REASON = 1_000;

    private final AmendmentStore store;
    private final PlanStore plans;
    private final PlanSnapshots snapshots;
    private final PlanVersions versions;
    private final AmendedLines lines;
    private final PlanFiles files;
    private final AmendmentProcess process;
    private final InspectedOrganisations organisations;
    private final Duties duties;
    private final Trail trail;
    private final Clock clock;

    PlanAmendments(
            AmendmentStore store,
            PlanStore plans,
            PlanSnapshots snapshots,
            PlanVersions versions,
            AmendedLines lines,
            PlanFiles files,
            AmendmentProcess process,
            InspectedOrganisations organisations,
            Duties duties,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.snapshots = snapshots;
        this.versions = versions;
        this.lines = lines;
        this.files = files;
        this.process = process;
        this.organisations = organisations;
        this.duties = duties;
        this.trail = trail;
        this.clock = clock;
    }

    /** An amendment that was opened, with its process. */
    public record Opened(String amendmentId, AmendmentProcess.Started process) {}

    /** Whether the person may propose amendments of this organisation's plans. */
    public boolean mayPropose(String personId, String organisationId) {
        return duties.holds(personId, Role.RECTIFICATION_OFFICE, organisationId);
    }

    /**
     * Opens an amendment; the clerk writes it next.
     *
     * @throws Refusal for anybody but the clerk, without a reason, for a plan that is not issued or a case that is archived,
     *     and while another amendment is under way
     */
    @Transactional
    public Opened open(String actor, CaseKey key, @Nullable String reason) {
        if (!mayPropose(actor, key.organisationId())) {
            throw Refusal.of("方案调整由整改办提出，您没有这项职责。");
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.of("reason", "请写明调整方案的理由（1至1000字）。");
        }
        var base = snapshots.latest(key).orElseThrow(() -> Refusal.of("整改方案尚未印发，请直接修改方案。"));
        if (organisations.get(key).has(Milestone.ARCHIVED)) {
            throw Refusal.of("整改工作已经归档，方案不能再调整。");
        }
        var id = UUID.randomUUID().toString();
        store.open(id, key, reason, base.version(), actor);
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "PLAN_AMENDMENT_OPENED",
                Map.of("amendment", id, "reason", reason));
        return new Opened(id, process.start(id, key));
    }

    /**
     * The clerk hands it in, or withdraws it.
     *
     * @return whether it goes to the inspection office
     * @throws Refusal naming each line and field that cannot be amended so, and the committee's meeting where it is due
     */
    @Transactional
    public boolean submit(String actor, String amendmentId, AmendmentEntry entry) {
        var amendment = store.lock(amendmentId);
        amendment.demandOpen();
        var key = amendment.key();
        if (entry.action() == AmendmentEntry.Action.WITHDRAW) {
            store.withdraw(amendment);
            record(actor, amendment, "PLAN_AMENDMENT_WITHDRAWN", Map.of());
            return false;
        }
        var plan = plans.lock(key);
        var found = new ArrayList<Violation>();
        var amended = lines.read(actor, key, entry.changes(), found);
        var differences = lines.differences(amended);
        var deliberated = substantial(differences);
        if (deliberated) {
            found.addAll(entry.meeting().violations(plan.issuedOn(), "方案印发日期", today()));
        }
        Refusal.ifAny(found);
        if (deliberated) {
            files.attach("minutesFile", entry.minutesFile(), key, "PLAN_AMENDMENT_MINUTES");
        }
        var base = snapshots.latest(key).orElseThrow().version();
        store.submit(amendment, base, entry.changes(), deliberated ? entry.meeting() : null, actor);
        var content = new LinkedHashMap<String, Object>();
        content.put("changes", differences);
        content.put("meeting", deliberated ? entry.meeting() : null);
        record(actor, amendment, "PLAN_AMENDMENT_SUBMITTED", content);
        return true;
    }

    /**
     * The inspection office consents, which makes the next version, or gives it back.
     *
     * @return whether it consents
     * @throws Refusal for anybody else, without a decision, for a return without a reason, or when a line has changed or was
     *     struck off since the amendment was written
     */
    @Transactional
    public boolean decide(String actor, String amendmentId, AmendmentDecision decision) {
        if (!duties.holds(actor, Role.INSPECTION_OFFICE)) {
            throw Refusal.of("方案调整由巡察办同意或备案，您没有这项职责。");
        }
        var amendment = store.lock(amendmentId);
        amendment.demandDecidable(actor);
        if (decision.decision() == null) {
            throw Refusal.of("decision", "请选择同意（备案）或退回。");
        }
        if (decision.remark() != null && decision.remark().length() > LONGEST_REASON) {
            throw Refusal.of("remark", "说明不得超过1000字。");
        }
        if (decision.decision() == AmendmentDecision.Decision.RETURN) {
            if (decision.remark() == null || decision.remark().isBlank()) {
                throw Refusal.of("remark", "退回须说明理由。");
            }
            store.decide(amendment, null, decision.remark(), actor);
            record(actor, amendment, "PLAN_AMENDMENT_RETURNED", Map.of("remark", decision.remark()));
            return false;
        }
        var version = makeEffective(actor, amendment);
        store.decide(amendment, version, decision.remark(), actor);
        record(actor, amendment, "PLAN_AMENDMENT_EFFECTIVE", Map.of("version", version));
        return true;
    }

    private int makeEffective(String actor, Amendment amendment) {
        var key = amendment.key();
        plans.lock(key);
        var found = new ArrayList<Violation>();
        var amended = lines.read(actor, key, amendment.changes(), found);
        found.replaceAll(violation -> new Violation("decision", violation.message() + "请退回整改办重新拟订。"));
        Refusal.ifAny(found);
        demandUnchangedSince(amendment, amended);
        lines.apply(actor, amended, amendment.reason());
        return versions.next(actor, key, amendment.reason(), amendment.id());
    }

    private void demandUnchangedSince(Amendment amendment, List<AmendedLines.Amended> amended) {
        var then = snapshots.lines(PlanSnapshots.Kind.VERSION, amendment.key(), amendment.baseVersion());
        for (var each : amended) {
            if (!then.containsKey(each.finding())) {
                continue; // It was added since, and nobody but an amendment changes its line.
            }
            var now = Map.of(each.finding(), LineContent.of(each.before()));
            if (!LineDifference.between(Map.of(each.finding(), then.get(each.finding())), now)
                    .isEmpty()) {
                throw Refusal.of("decision", AmendedLines.label(each) + "在拟订之后已另行调整，请退回整改办重新拟订。");
            }
        }
    }

    /** What a submitted amendment changes, read against the plan as it stands; for whoever decides. */
    @Transactional
    public List<LineDifference> changes(String actor, String amendmentId) {
        var amendment = store.get(amendmentId);
        return lines.differences(lines.read(actor, amendment.key(), amendment.changes(), new ArrayList<>()));
    }

    static boolean substantial(List<LineDifference> differences) {
        return differences.stream().anyMatch(LineDifference::substantial);
    }

    private void record(String actor, Amendment amendment, String kind, Map<String, ?> more) {
        var content = new LinkedHashMap<String, Object>(more);
        content.put("amendment", amendment.id());
        content.put("reason", amendment.reason());
        trail.organisation(actor, amendment.key().roundId(), amendment.key().organisationId(), kind, content);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
