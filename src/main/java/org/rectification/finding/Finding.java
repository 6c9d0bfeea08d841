package org.rectification.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;

/**
 * One finding and the moves it may make (api.md, "States of a finding"). Every illegal move is refused, naming the state
 * it was in. No verdict, confirmation, consent or strike-off passes without {@link Independence}.
 */
public final class Finding {

    private static final int LONGEST_REASON = 1_000;

    private final FindingFacts facts;
    private final FindingLife life;

    Finding(FindingFacts facts, FindingLife life) {
        this.facts = facts;
        this.life = life;
    }

    /** It has its lines in the draft plan. Whoever is further stays there: work may begin before the plan. */
    void plan() {
        if (life.state == FindingState.REGISTERED) {
            life.state = FindingState.PLANNED;
        }
    }

    /** Stands in the issued plan from now on; the planned day binds unless a later one was granted already. */
    void freeze(LocalDate dueOn) {
        life.baseline = true;
        if (life.state == FindingState.REGISTERED || life.state == FindingState.PLANNED) {
            life.state = FindingState.IN_PROGRESS;
        }
        if (life.continuedUntil == null && life.extendedUntil == null && !life.state.settled()) {
            life.dueOn = dueOn;
            life.originalDueOn = dueOn;
        }
    }

    /** The calendar or the profile gives it another day; nobody had set one, so that the first one moves as well. */
    void recompute(LocalDate newDue) {
        life.dueOn = newDue;
        life.originalDueOn = newDue;
    }

    /**
     * The amended plan gives it another day; the first one stays on record.
     *
     * @throws Refusal when it is settled, verified, continued, extended or past its day: then extension or continuation decide
     */
    void amendLimit(LocalDate newDue, LocalDate today) {
        if (life.state.settled() || awaitsStrikeOff()) {
            throw illegal("调整时限");
        }
        if (life.continuedUntil != null) {
            throw Refusal.of("dueOn", "已转为持续整改的问题，时限按持续整改的规定办理，不能通过调整方案变更。");
        }
        if (life.extendedUntil != null) {
            throw Refusal.of("dueOn", "已批准延期的问题，时限按延期批复办理，不能通过调整方案变更。");
        }
        if (life.dueOn.isBefore(today)) {
            throw Refusal.of("dueOn", "已经逾期的问题须申请延期，不能通过调整方案变更时限。");
        }
        if (newDue.isBefore(today)) {
            throw Refusal.of("dueOn", "调整后的整改时限不能早于今天。");
        }
        life.dueOn = newDue;
    }

    /** Other people answer for it; a reviewer who has not spoken yet is replaced too (S13). */
    void assign(Owners owners, String reason) {
        demandReason(reason);
        if (life.state.settled()) {
            throw illegal("调整责任人");
        }
        if (owners.leader().equals(life.verifiedBy) || owners.person().equals(life.verifiedBy)) {
            throw Refusal.of("核验人不能成为同一问题的责任领导或责任人员。");
        }
        var former = life.owners;
        life.owners = owners;
        if (former != null && life.routing != null && !life.reviewers.contains(former.leader())) {
            var reviewers = new ArrayList<>(life.routing.reviewers());
            reviewers.replaceAll(person -> person.equals(former.leader()) ? owners.leader() : person);
            var routing = life.routing;
            life.routing = new Routing(
                    routing.rule(), reviewers, routing.verifier(), routing.confirmed(), routing.countySample());
        }
    }

    /**
     * Work has led to a result (S22, S24).
     *
     * @param doer who did the work
     * @param filledInBy who entered it for the doer, or null
     */
    void report(String doer, @Nullable String filledInBy, ReportedResult result) {
        if (!life.state.atWork()) {
            throw illegal("报告整改结果");
        }
        result.demandComplete();
        demandOwnRectification(result);
        life.startAgain();
        life.state = FindingState.LEADER_REVIEW;
        life.doer = doer;
        life.filledInBy = filledInBy;
        life.result = result;
    }

    /** The decision names reviewers and verifier; without a reviewer it goes on to verification (R1). */
    void route(Routing routing) {
        if (life.state != FindingState.LEADER_REVIEW || !life.reviewers.isEmpty()) {
            throw illegal("确定核验单位");
        }
        life.routing = routing;
        if (routing.reviewers().isEmpty()) {
            life.state = FindingState.VERIFICATION;
        }
    }

    /**
     * Somebody reviews in the place of a named reviewer who is away and has not spoken. Two reviewers stay two people.
     *
     * @throws Refusal where the substitute is the other reviewer
     */
    void reviewedInPlaceOf(String absent, String substitute) {
        if (life.routing == null || !life.routing.reviewers().contains(absent) || life.reviewers.contains(absent)) {
            return;
        }
        if (life.routing.reviewers().contains(substitute)) {
            throw Refusal.of("您是这个问题的另一审核人，不能再代行该审核职责。");
        }
        var reviewers = new ArrayList<>(life.routing.reviewers());
        reviewers.replaceAll(person -> person.equals(absent) ? substitute : person);
        var routing = life.routing;
        life.routing =
                new Routing(routing.rule(), reviewers, routing.verifier(), routing.confirmed(), routing.countySample());
    }

    void accept(String reviewer) {
        demandReviewer(reviewer, "审核");
        life.reviewers.add(reviewer);
        if (life.reviewers.containsAll(life.routing.reviewers())) {
            life.state = FindingState.VERIFICATION;
        }
    }

    void sendBack(String reviewer, String reason) {
        demandReviewer(reviewer, "退回");
        life.reviewers.add(reviewer);
        giveBack("责任领导审核退回", reason);
    }

    private void demandReviewer(String reviewer, String move) {
        if (life.state != FindingState.LEADER_REVIEW || life.routing == null) {
            throw illegal(move);
        }
        if (!life.routing.reviewers().contains(reviewer) || life.reviewers.contains(reviewer)) {
            throw Refusal.of("您不是这个问题当前的审核人。");
        }
        if (life.workers().contains(reviewer)) {
            throw Refusal.of("不能审核本人办理或代填的整改结果。");
        }
    }

    /**
     * Unfinished at its date: goes on under a new one. A result under review or verification stays there; sent back,
     * it comes back as 持续整改.
     *
     * @throws Refusal when it is settled or verified, or the new day is not after both today and the day it replaces
     */
    void continueUntil(LocalDate newDue, LocalDate today) {
        if (life.state.settled() || awaitsStrikeOff()) {
            throw illegal("转为持续整改");
        }
        if (!newDue.isAfter(today) || !newDue.isAfter(life.dueOn)) {
            throw Refusal.of("newDueOn", "新的完成时限必须晚于今天和原时限。");
        }
        life.continuedUntil = newDue;
        life.dueOn = newDue;
        life.continuations++;
        if (life.state.atWork()) {
            life.state = FindingState.CONTINUED;
        }
    }

    /**
     * Its due day moves, and nothing else; the day that was set first stays on record (row 28).
     *
     * @throws Refusal when it is settled or verified, or the new day breaks one of the limits
     */
    void extendUntil(LocalDate newDue, LocalDate today, ExtensionLimits limits) {
        if (life.state.settled() || awaitsStrikeOff()) {
            throw illegal("申请延期");
        }
        // What is continued has left the completion date of its case behind.
        var completeBy = life.continuedUntil == null ? facts.completeBy() : null;
        limits.demandDay(newDue, life.dueOn, completeBy, life.extensions, today);
        life.dueOn = newDue;
        life.extendedUntil = newDue;
        life.extensions++;
        if (life.continuedUntil != null) {
            life.continuedUntil = newDue;
        }
    }

    /**
     * What comes back is another finding, linked to this one, which stays as it is (S23).
     *
     * @throws Refusal unless it is struck off
     */
    void demandRecurrable() {
        if (life.state != FindingState.STRUCK_OFF) {
            throw illegal("登记复发；复发只针对已销号的问题");
        }
    }

    /** @param as who sends it back and with which verdict: people read it, so it says what was decided and nothing else */
    void giveBack(String as, String reason) {
        demandReason(reason);
        life.returns++;
        life.returnReason = reason;
        life.returnedAs = as;
        // The trail keeps who sent it back; the row carries a verifier only for a verdict that stands.
        life.verifiedBy = null;
        life.confirmedBy = null;
        life.nextReviewOn = null;
        life.state = life.continuedUntil == null ? FindingState.IN_PROGRESS : FindingState.CONTINUED;
    }

    void demandOwnRectification(ReportedResult result) {
        if (facts.ofTown() && result.onlyHoldsSubordinatesToAccount()) {
            throw Refusal.of("measures", "镇级问题不能以简单问责下级代替本级整改，请补充本级整改措施。");
        }
    }

    static void demandReason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.of("reason", "请写明理由（1至1000字）。");
        }
    }

    Refusal illegal(String move) {
        return Refusal.of("问题当前状态为“" + life.state.label() + "”，不能" + move + "。");
    }

    /** Verification of the result in hand, up to strike-off or the long-term list. */
    Verification verification() {
        return new Verification(this);
    }

    /** Its life on the long-term list. */
    LongTerm longTerm() {
        return new LongTerm(this);
    }

    /** Verified as done and confirmed where needed; only the issued plan may be missing. */
    public boolean awaitsStrikeOff() {
        return verification().stands(Verdict.DONE);
    }

    public FindingFacts facts() {
        return facts;
    }

    public FindingState state() {
        return life.state;
    }

    public Optional<Owners> owners() {
        return Optional.ofNullable(life.owners);
    }

    public LocalDate dueOn() {
        return life.dueOn;
    }

    /** The day that the plan set first; never changed by an extension. */
    public LocalDate originalDueOn() {
        return life.originalDueOn;
    }

    public boolean inBaseline() {
        return life.baseline;
    }

    /** How many extensions were granted. */
    public int extensions() {
        return life.extensions;
    }

    public int returns() {
        return life.returns;
    }

    public Optional<Verdict> verdict() {
        return Optional.ofNullable(life.verdict);
    }

    FindingLife life() {
        return life;
    }

    Map<String, Object> snapshot() {
        return life.snapshot();
    }
}
