package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do to a finding once it is theirs: report, review, verify, confirm, consent, strike off. Every method throws
 * {@link Refusal} with the reason for the person.
 */
@Service
public class FindingWork {

    private final FindingMoves moves;
    private final FindingStore store;
    private final Routes routes;
    private final Checkers checkers;
    private final Clock clock;

    FindingWork(FindingMoves moves, FindingStore store, Routes routes, Checkers checkers, Clock clock) {
        this.moves = moves;
        this.store = store;
        this.routes = routes;
        this.checkers = checkers;
        this.clock = clock;
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

    /** @param nextReviewOn only with {@link Verdict#LONG_TERM} */
    @Transactional
    public void verify(
            String actor,
            String findingId,
            Verdict verdict,
            @Nullable String reason,
            @Nullable LocalDate nextReviewOn) {
        var finding = store.lock(findingId);
        var body = checkers.verifyingBody(finding);
        var standIns = checkers.standIns(finding);
        moves.apply(actor, finding, verdict.returns() ? "RETURNED" : "VERIFIED", reason, it -> {
            it.verification().verify(actor, verdict, reason, nextReviewOn, LocalDate.now(clock), standIns);
            checkers.demandDuty(actor, body, it);
        });
    }

    @Transactional
    public void confirm(String actor, String findingId, boolean agreed, @Nullable String reason) {
        var finding = store.lock(findingId);
        var standIns = checkers.standIns(finding);
        moves.apply(actor, finding, agreed ? "VERIFICATION_CONFIRMED" : "RETURNED", reason, it -> {
            it.verification().confirm(actor, agreed, reason, standIns);
            checkers.demandDuty(actor, Role.DISCIPLINE_SUPERVISION, it);
        });
    }

    @Transactional
    public void consent(String actor, String findingId, boolean agreed, @Nullable String reason) {
        var finding = store.lock(findingId);
        var standIns = checkers.standIns(finding);
        moves.apply(actor, finding, agreed ? "LONG_TERM_CONSENTED" : "LONG_TERM_REFUSED", reason, it -> {
            it.verification().consent(actor, agreed, reason, standIns);
            checkers.demandDuty(actor, Role.INSPECTION_OFFICE, it);
        });
    }

    /** Repeating it changes nothing. */
    @Transactional
    public void strikeOff(String actor, String findingId) {
        var finding = store.lock(findingId);
        if (finding.state() == FindingState.STRUCK_OFF) {
            return;
        }
        var standIns = checkers.standIns(finding);
        moves.apply(actor, finding, "STRUCK_OFF", null, it -> it.verification().strikeOff(clock.instant(), standIns));
    }

    /** Repeating it changes nothing. */
    @Transactional
    public void registerLongTerm(String actor, String findingId) {
        var finding = store.lock(findingId);
        if (finding.state() == FindingState.LONG_TERM) {
            return;
        }
        moves.apply(actor, finding, "LONG_TERM", null, it -> it.verification().registerLongTerm());
    }
}
