package org.rectification.finding;

import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do to a finding once it is theirs: report and review. Every method throws {@link Refusal} with the reason
 * for the person. What follows is {@link VerificationWork}.
 */
@Service
public class FindingWork {

    private final FindingMoves moves;
    private final FindingStore store;
    private final Routes routes;

    FindingWork(FindingMoves moves, FindingStore store, Routes routes) {
        this.moves = moves;
        this.store = store;
        this.routes = routes;
    }

    /**
     * Reports what was done. Whoever is not the responsible person says for whom the entry is made (代填).
     *
     * @param filledInFor who did the work when the actor only enters it; a login, or a name of somebody without one
     */
    @Transactional
    public void report(String actor, String findingId, ReportedResult result, @Nullable String filledInFor) {
        var finding = store.lock(findingId);
        var forAnother = filledInFor != null && !filledInFor.isBlank();
        var responsible = finding.owners().map(Owners::person).orElse(null);
        if (!forAnother && !actor.equals(responsible)) {
            throw Refusal.of("filledInFor", "您不是责任人员,请填写代何人填报。");
        }
        if (forAnother && filledInFor.trim().equals(actor)) {
            throw Refusal.of("filledInFor", "代填时请填写实际办理人,不能填写本人。");
        }
        moves.apply(
                actor,
                finding,
                "RESULT_REPORTED",
                null,
                it -> it.report(forAnother ? filledInFor.trim() : actor, forAnother ? actor : null, result));
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
        if (accepted) {
            moves.move(actor, findingId, "REVIEW_PASSED", reason, it -> it.accept(actor));
        } else {
            moves.move(actor, findingId, "RETURNED", reason, it -> it.sendBack(actor, reason));
        }
    }
}
