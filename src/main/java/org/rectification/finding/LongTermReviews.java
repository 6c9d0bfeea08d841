package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.people.Role;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The long-term list (长期坚持, S26): what comes back on its review day goes on with another day, is struck off, or has
 * fallen back. The verifying body reviews, as independent as it verified.
 */
@Service("longTermReviews")
public class LongTermReviews {

    private final LongTermReviewStore reviews;
    private final FindingStore store;
    private final FindingMoves moves;
    private final Recurrences recurrences;
    private final MeasureReports measures;
    private final Checkers checkers;
    private final ActedFor actedFor;
    private final FindingProcesses processes;
    private final Clock clock;

    LongTermReviews(
            LongTermReviewStore reviews,
            FindingStore store,
            FindingMoves moves,
            Recurrences recurrences,
            MeasureReports measures,
            Checkers checkers,
            ActedFor actedFor,
            FindingProcesses processes,
            Clock clock) {
        this.reviews = reviews;
        this.store = store;
        this.moves = moves;
        this.recurrences = recurrences;
        this.measures = measures;
        this.checkers = checkers;
        this.actedFor = actedFor;
        this.processes = processes;
        this.clock = clock;
    }

    /** A finding was just entered into the long-term list: from here on it has a follow-up of its own. */
    @Transactional
    public void follow(String findingId) {
        var facts = store.get(findingId).facts();
        processes.longTermRegistered(facts.roundId(), facts.organisationId(), findingId);
    }

    /** 08:00 of the review day, in Asia/Shanghai. */
    public Date reviewAt(String findingId) {
        return ShanghaiTime.appearanceDate(store.get(findingId).longTerm().reviewOn());
    }

    /** 24:00 of the review day. */
    public Date dueAt(String findingId) {
        return ShanghaiTime.dueDate(store.get(findingId).longTerm().reviewOn());
    }

    /**
     * What the verifying body found when it looked again.
     *
     * @param nextReviewOn unless it can be struck off
     * @param newDueOn time limit of the recurrence, where it has fallen back
     */
    public record Outcome(
            LongTermConclusion conclusion,
            @Nullable String reason,
            @Nullable LocalDate nextReviewOn,
            @Nullable LocalDate newDueOn) {}

    /**
     * Records a review.
     *
     * @throws org.rectification.refusal.Refusal for anybody with a hand in the result, for another body, for a strike-off
     *     before the plan is issued or before its lasting measures are reported, or without what the conclusion needs
     */
    @Transactional
    public void review(String actor, String findingId, Outcome outcome) {
        checkers.demandNoAdministrator();
        var finding = store.lock(findingId);
        var last = reviews.last(findingId);
        if (last.filter(LongTermReview::stands).isPresent()) {
            throw finding.illegal("重复复查");
        }
        var conclusion = outcome.conclusion();
        var review = new LongTermReview(
                findingId,
                last.map(LongTermReview::number).orElse(0) + 1,
                finding.longTerm().reviewOn(),
                conclusion,
                outcome.reason(),
                conclusion == LongTermConclusion.DONE ? null : outcome.nextReviewOn(),
                conclusion == LongTermConclusion.FALLEN_BACK ? outcome.newDueOn() : null,
                actor,
                null,
                null);
        moves.applyAlways(actor, finding, "LONG_TERM_REVIEWED", conclusion.label() + "：" + outcome.reason(), it -> {
            it.longTerm().review(review, LocalDate.now(clock), checkers.standIns(finding));
            checkers.demandDuty(actor, checkers.verifyingBody(finding), finding);
        });
        if (conclusion == LongTermConclusion.DONE) {
            measures.demandReportedByReview(findingId);
        }
        if (conclusion == LongTermConclusion.FALLEN_BACK) {
            recurrences.demandOpenable(finding, outcome.reason(), outcome.newDueOn());
        }
        reviews.add(review, OffsetDateTime.now(clock));
    }

    /** Discipline supervision agrees to the strike-off (R1, R3), or says when it is looked at again. */
    @Transactional
    public void confirm(
            String actor, String findingId, boolean agreed, @Nullable String remark, @Nullable LocalDate nextReviewOn) {
        checkers.demandNoAdministrator();
        var finding = store.lock(findingId);
        if (!awaitsConfirmation(findingId)) {
            throw finding.illegal("确认复查结论");
        }
        var review = reviews.last(findingId).orElseThrow();
        Finding.demandReason(remark);
        moves.applyAlways(actor, finding, agreed ? "LONG_TERM_CONFIRMED" : "LONG_TERM_GOES_ON", remark, it -> {
            it.longTerm().confirm(actor, review, checkers.standIns(finding));
            checkers.demandAnotherThan(review.reviewedBy(), actor, finding, "复查人及其代行、被代行人员不能确认同一复查结论。");
            checkers.demandDuty(actor, Role.DISCIPLINE_SUPERVISION, finding);
            if (!agreed) {
                it.longTerm().goOn(nextReviewOn, LocalDate.now(clock));
            }
        });
        reviews.confirm(review, agreed, actor, remark, agreed ? null : nextReviewOn, OffsetDateTime.now(clock));
    }

    /** Strikes it off as the last review said. Repeating it changes nothing. */
    @Transactional
    public void strikeOff(String actor, String findingId) {
        var finding = store.lock(findingId);
        if (finding.state() == FindingState.STRUCK_OFF) {
            return;
        }
        var review = reviews.last(findingId).orElseThrow();
        var standIns = actedFor.of(findingId, finding.life().hands());
        moves.apply(actor, finding, "STRUCK_OFF", review.reason(), it -> it.longTerm()
                .strikeOff(review, clock.instant(), standIns));
    }

    /** Opens the linked new finding that the last review asked for. Repeating it changes nothing. */
    @Transactional
    public void openRecurrence(String findingId) {
        recurrences.openFor(reviews.last(findingId).orElseThrow());
    }

    /** {@code GOES_ON}, {@code DONE} or {@code FALLEN_BACK}: what the last review concluded. */
    public String conclusion(String findingId) {
        return reviews.last(findingId).orElseThrow().conclusion().name();
    }

    public boolean awaitsConfirmation(String findingId) {
        return store.get(findingId).longTerm().needsConfirmation()
                && reviews.last(findingId)
                        .filter(LongTermReview::stands)
                        .filter(last -> last.confirmed() == null)
                        .isPresent();
    }

    /** Whether discipline supervision agreed to the strike-off. */
    public boolean confirmed(String findingId) {
        return Boolean.TRUE.equals(reviews.last(findingId).orElseThrow().confirmed());
    }
}
