package org.rectification.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;

/**
 * The verification of the result in hand: verdict, confirmation, consent, strike-off. Each of these doors asks
 * {@link Independence} first.
 */
final class Verification {

    private final Finding finding;
    private final FindingLife life;

    Verification(Finding finding) {
        this.finding = finding;
        this.life = finding.life();
    }

    /**
     * The verifying body has looked.
     *
     * @param nextReviewOn with {@link Verdict#LONG_TERM}: when the lasting measures are looked at again
     * @param standIns who stands in for those who had a hand in the result
     */
    void verify(
            String verifier,
            Verdict verdict,
            String reason,
            @Nullable LocalDate nextReviewOn,
            LocalDate today,
            Set<String> standIns) {
        if (life.state != FindingState.VERIFICATION || life.verdict != null) {
            throw finding.illegal("核验");
        }
        Independence.demand(verifier, life.hands(), standIns);
        Finding.demandReason(reason);
        if (!verdict.returns()) {
            finding.demandOwnRectification(life.result);
        }
        if (verdict == Verdict.LONG_TERM) {
            demandLasting(nextReviewOn, today);
            life.nextReviewOn = nextReviewOn;
        }
        life.verdict = verdict;
        life.verifiedBy = verifier;
        if (verdict.returns()) {
            finding.giveBack("核验结论为“" + verdict.label() + "”，退回整改", reason);
        }
    }

    /** Discipline supervision confirms what was verified on site (R1, R3), or sends it back. */
    void confirm(String person, boolean agreed, String reason, Set<String> standIns) {
        if (!awaitsConfirmation()) {
            throw finding.illegal("确认核验结果");
        }
        demandAnother(person, standIns);
        Finding.demandReason(reason);
        if (agreed) {
            life.confirmedBy = person;
        } else {
            var given = life.verdict.label();
            // Nothing that went back is called done anywhere; the phrase keeps which verdict was not confirmed.
            life.verdict = Verdict.NOT_DONE;
            finding.giveBack("纪检监察室不确认“" + given + "”的核验结论，退回整改", reason);
        }
    }

    /** The inspection office agrees that the lasting measures need time, or asks for another verdict. */
    void consent(String person, boolean agreed, String reason, Set<String> standIns) {
        if (!awaitsConsent()) {
            throw finding.illegal("办理长期坚持");
        }
        // Where the inspection office itself verified (R7), its verdict and its consent may be one person's.
        Independence.demand(person, life.hands(), standIns);
        Finding.demandReason(reason);
        if (agreed) {
            life.consentedBy = person;
        } else {
            clear("巡察办不同意转为长期坚持，请重新作出核验结论", reason);
        }
    }

    /**
     * The plan that is issued now promises more than was reported: work goes on, and nobody is to blame, so that it does not
     * count as a return (S22, S26).
     *
     * @param open the measures in words
     */
    void resume(String open) {
        if (!stands(Verdict.DONE)) {
            throw finding.illegal("继续整改");
        }
        clear("整改方案已经印发，对照方案尚未全部完成，继续整改（不计退回）", "方案中尚未报告完成的措施：" + open + "。");
        life.state = life.continuedUntil == null ? FindingState.IN_PROGRESS : FindingState.CONTINUED;
    }

    private void clear(String as, String reason) {
        life.verdict = null;
        life.verifiedBy = null;
        life.confirmedBy = null;
        life.nextReviewOn = null;
        life.returnReason = reason;
        life.returnedAs = as;
    }

    void registerLongTerm() {
        if (!stands(Verdict.LONG_TERM) || life.consentedBy == null) {
            throw finding.illegal("转为长期坚持");
        }
        life.state = FindingState.LONG_TERM;
    }

    /** Needs the verdict DONE and a place in the issued plan (S22). */
    void strikeOff(Instant at, Set<String> standIns) {
        if (!stands(Verdict.DONE)) {
            throw finding.illegal("销号");
        }
        if (!life.baseline) {
            throw Refusal.of("整改方案尚未印发，不能销号。");
        }
        Independence.demand(life.verifiedBy, life.hands(), standIns);
        life.state = FindingState.STRUCK_OFF;
        life.struckOffAt = at;
    }

    private void demandAnother(String person, Set<String> standIns) {
        Independence.demand(person, life.hands(), standIns);
        if (person.equals(life.verifiedBy)) {
            throw Refusal.of("核验人不能确认本人的核验结果。");
        }
    }

    /** A positive verdict still needs discipline supervision's word. */
    boolean awaitsConfirmation() {
        return life.state == FindingState.VERIFICATION
                && life.verdict != null
                && life.routing.confirmed()
                && life.confirmedBy == null;
    }

    boolean awaitsConsent() {
        return life.state == FindingState.VERIFICATION
                && life.verdict == Verdict.LONG_TERM
                && !awaitsConfirmation()
                && life.consentedBy == null;
    }

    boolean stands(Verdict verdict) {
        return life.state == FindingState.VERIFICATION && life.verdict == verdict && !awaitsConfirmation();
    }

    private void demandLasting(@Nullable LocalDate nextReviewOn, LocalDate today) {
        if (!life.result.correctsNow()) {
            throw Refusal.of("verdict", "当下改措施全部完成并核验后，才能转为长期坚持。");
        }
        if (nextReviewOn == null || !nextReviewOn.isAfter(today)) {
            throw Refusal.of("nextReviewOn", "转为长期坚持的，必须填写今天以后的下次复查日期。");
        }
    }
}
