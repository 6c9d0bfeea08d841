package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the verifying bodies do to a reported result: verify, confirm, consent, strike off. Every method throws
 * {@link Refusal} with the reason for the person; none of them passes without {@link Independence}.
 */
@Service
public class VerificationWork {

    private final FindingMoves moves;
    private final FindingStore store;
    private final SiteChecks siteChecks;
    private final MeasureReports measures;
    private final Checkers checkers;
    private final ActedFor actedFor;
    private final Clock clock;

    VerificationWork(
            FindingMoves moves,
            FindingStore store,
            SiteChecks siteChecks,
            MeasureReports measures,
            Checkers checkers,
            ActedFor actedFor,
            Clock clock) {
        this.moves = moves;
        this.store = store;
        this.siteChecks = siteChecks;
        this.measures = measures;
        this.checkers = checkers;
        this.actedFor = actedFor;
        this.clock = clock;
    }

    /**
     * What the verifying body says about a result.
     *
     * @param nextReviewOn only with {@link Verdict#LONG_TERM}
     * @param noSheetReason why there is no signed sheet, where one is due (R3, R4)
     */
    public record VerdictEntry(
            @Nullable Verdict verdict,
            @Nullable String reason,
            @Nullable LocalDate nextReviewOn,
            @Nullable String noSheetReason) {}

    @Transactional
    public void verify(String actor, String findingId, VerdictEntry entry) {
        var verdict = entry.verdict();
        if (verdict == null) {
            throw Refusal.of("verdict", "请选择核验结论。");
        }
        checkers.demandNoAdministrator();
        var finding = store.lock(findingId);
        var standIns = checkers.standIns(finding);
        var body = checkers.verifyingBody(finding);
        moves.apply(actor, finding, verdict.returns() ? "RETURNED" : "VERIFIED", entry.reason(), it -> {
            var attempt = it.returns();
            it.verification()
                    .verify(actor, verdict, entry.reason(), entry.nextReviewOn(), LocalDate.now(clock), standIns);
            checkers.demandDuty(actor, body, it);
            if (!verdict.returns()) {
                // A plan drafted after the report may have promised more for now.
                measures.demandDoneForNow(findingId);
            }
            if (verdict == Verdict.DONE) {
                measures.demandDoneForGood(findingId);
            }
            siteChecks.record(actor, it, attempt, entry);
        });
    }

    @Transactional
    public void confirm(String actor, String findingId, boolean agreed, @Nullable String reason) {
        checkers.demandNoAdministrator();
        var finding = store.lock(findingId);
        var standIns = checkers.standIns(finding);
        moves.apply(actor, finding, agreed ? "VERIFICATION_CONFIRMED" : "RETURNED", reason, it -> {
            var verifier = it.life().verifiedBy;
            it.verification().confirm(actor, agreed, reason, standIns);
            checkers.demandAnotherThan(verifier, actor, it, "核验人及其代行、被代行人员不能确认同一核验结果。");
            checkers.demandDuty(actor, Role.DISCIPLINE_SUPERVISION, it);
        });
    }

    @Transactional
    public void consent(String actor, String findingId, boolean agreed, @Nullable String reason) {
        checkers.demandNoAdministrator();
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
        // The verdict was independent when it was given; who stands in for whom today is asked of today's acts.
        var standIns = actedFor.of(findingId, finding.life().hands());
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

    /**
     * Looks at a struck-off finding again in somebody's name (county sample): the rule is that of a verification.
     *
     * @throws Refusal when the person had a hand in it, verified it, or is an administrator
     */
    public void demandIndependent(String person, String findingId) {
        checkers.demandNoAdministrator();
        var finding = store.get(findingId);
        Independence.demand(person, finding.life().hands(), checkers.standIns(finding));
        checkers.demandAnotherThan(finding.life().verifiedBy, person, finding, "核验人不能复核本人作出的结论，请由其他有权人员复核。");
    }
}
