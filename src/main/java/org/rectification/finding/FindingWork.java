package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import org.rectification.engine.InPlaceOf;
import org.rectification.people.Duties;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do to a finding once it is theirs: report and review. Every method throws {@link Refusal} with the reason
 * for the person. What follows is {@link VerificationWork}.
 */
@Service
public class FindingWork {

    private static final int LONGEST_RESULT = 4_000;

    private final FindingMoves moves;
    private final FindingStore store;
    private final Routes routes;
    private final MeasureReports measures;
    private final FindingEvidence evidence;
    private final Claims claims;
    private final CoOwners coOwners;
    private final Duties duties;
    private final ActedFor actedFor;
    private final Clock clock;

    FindingWork(
            FindingMoves moves,
            FindingStore store,
            Routes routes,
            MeasureReports measures,
            FindingEvidence evidence,
            Claims claims,
            CoOwners coOwners,
            Duties duties,
            ActedFor actedFor,
            Clock clock) {
        this.moves = moves;
        this.store = store;
        this.routes = routes;
        this.measures = measures;
        this.evidence = evidence;
        this.claims = claims;
        this.coOwners = coOwners;
        this.duties = duties;
        this.actedFor = actedFor;
        this.clock = clock;
    }

    /**
     * Reports what was done. Whoever is not the responsible person says for whom the entry is made (代填). The result holds
     * every measure that was reported, now or before; evidence is needed, and a file for each claimed result.
     */
    @Transactional
    public void report(String actor, String findingId, WorkEntry entry) {
        var finding = store.lock(findingId);
        if (!finding.state().atWork()) {
            throw finding.illegal("报告整改结果");
        }
        var doer = doer(actor, finding, entry.filledInFor());
        coOwners.demandAllConfirmed(findingId);
        check(findingId, entry);
        measures.reportAll(actor, finding, doer, entry.measures());
        var done = measures.done(findingId);
        finding.demandOwnRectification(new ReportedResult(entry.result(), done, null));
        measures.demandDoneForNow(findingId);
        evidence.give(actor, finding.facts(), null, entry.proofs());
        claims.enter(actor, finding, null, entry.proofs().claims());
        var result = new ReportedResult(entry.result(), done, claims.money(findingId));
        moves.apply(
                actor,
                finding,
                "RESULT_REPORTED",
                null,
                it -> it.report(doer, doer.equals(actor) ? null : actor, result));
    }

    private void check(String findingId, WorkEntry entry) {
        var today = LocalDate.now(clock);
        var violations = new Violations().requireText(entry.result(), "result", "整改结果", LONGEST_RESULT);
        violations.require(
                !entry.measures().isEmpty() || !measures.done(findingId).isEmpty(), "measures", "请至少填写一项已完成的整改措施。");
        MeasureEntry.check(entry.measures(), violations, today);
        entry.proofs().check(violations, today);
        violations
                .require(entry.proofs().prove() || evidence.exists(findingId), "evidence", "请上传佐证材料；涉密材料不得上传，只登记文号。")
                .refuseAny();
    }

    private String doer(String actor, Finding finding, @Nullable String filledInFor) {
        var forAnother = filledInFor != null && !filledInFor.isBlank();
        var responsible = finding.owners().map(Owners::person).orElse(null);
        if (!forAnother && (responsible == null || !duties.actsFor(actor, responsible))) {
            throw Refusal.of("filledInFor", "您不是责任人员，请填写代何人填报。");
        }
        if (forAnother && filledInFor.trim().equals(actor)) {
            throw Refusal.of("filledInFor", "代填时请填写实际办理人，不能填写本人。");
        }
        return forAnother ? filledInFor.trim() : actor;
    }

    /** Applies what the decision {@code routeFinding} says about the result in hand (R1–R7). */
    @Transactional
    public void route(String actor, String findingId, Route decision) {
        var finding = store.lock(findingId);
        var routing = routes.resolve(finding, decision);
        moves.apply(actor, finding, "ROUTED", decision.rule(), it -> it.route(routing));
    }

    /** The responsible leader accepts the result, or returns it with a reason. */
    @Transactional
    public void review(String actor, String findingId, boolean accepted, @Nullable String reason) {
        var absent = InPlaceOf.current().filter(person -> duties.actsFor(actor, person));
        moves.move(actor, findingId, accepted ? "REVIEW_PASSED" : "RETURNED", reason, it -> {
            if (actedFor.byWork(findingId, it.life().workers()).contains(actor)) {
                throw Refusal.of("整改结果由他人代行您的职责办理，您不能审核，请由其他有权人员审核。");
            }
            absent.ifPresent(person -> it.reviewedInPlaceOf(person, actor));
            if (accepted) {
                it.accept(actor);
            } else {
                it.sendBack(actor, reason);
            }
        });
    }
}
