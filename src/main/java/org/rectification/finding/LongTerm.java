package org.rectification.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;

/**
 * A finding on the long-term list: it leaves the list by being struck off and in no other way, and until then it always
 * has a next review day. Reviewing it is verifying, so {@link Independence} is asked.
 */
final class LongTerm {

    private final Finding finding;
    private final FindingLife life;

    LongTerm(Finding finding) {
        this.finding = finding;
        this.life = finding.life();
    }

    /** The day on which it comes back. */
    LocalDate reviewOn() {
        if (life.state != FindingState.LONG_TERM || life.nextReviewOn == null) {
            throw finding.illegal("复查长期坚持情况");
        }
        return life.nextReviewOn;
    }

    /** Whether discipline supervision has to agree before it is struck off (R1, R3). */
    boolean needsConfirmation() {
        return life.routing != null && life.routing.confirmed();
    }

    /** The verifying body has looked again. */
    void review(LongTermReview review, LocalDate today, Set<String> standIns) {
        reviewOn();
        Independence.demand(review.reviewedBy(), life.hands(), standIns);
        Finding.demandReason(review.reason());
        if (review.conclusion() != LongTermConclusion.DONE) {
            goOn(review.nextReviewOn(), today);
            return;
        }
        demandBaseline();
        finding.demandOwnRectification(life.result);
    }

    void goOn(@Nullable LocalDate nextReviewOn, LocalDate today) {
        reviewOn();
        if (nextReviewOn == null || !nextReviewOn.isAfter(today)) {
            throw Refusal.of("nextReviewOn", "继续坚持的，必须填写今天以后的下次复查日期。");
        }
        life.nextReviewOn = nextReviewOn;
    }

    void confirm(String person, LongTermReview review, Set<String> standIns) {
        reviewOn();
        Independence.demand(person, life.hands(), standIns);
        if (person.equals(review.reviewedBy())) {
            throw Refusal.of("复查人不能确认本人的复查结论。");
        }
    }

    /** @param review the one that says so, confirmed where that is needed */
    void strikeOff(LongTermReview review, Instant at, Set<String> standIns) {
        reviewOn();
        if (!review.stands() || needsConfirmation() && review.confirmedBy() == null) {
            throw finding.illegal("销号");
        }
        demandBaseline();
        Independence.demand(review.reviewedBy(), life.hands(), standIns);
        life.state = FindingState.STRUCK_OFF;
        life.struckOffAt = at;
        life.verdict = Verdict.DONE;
        life.verifiedBy = review.reviewedBy();
        life.confirmedBy = review.confirmedBy();
        life.nextReviewOn = null;
    }

    private void demandBaseline() {
        if (!life.baseline) {
            throw Refusal.of("conclusion", "整改方案尚未印发，不能销号。");
        }
    }
}
