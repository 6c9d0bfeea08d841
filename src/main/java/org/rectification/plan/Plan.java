package org.rectification.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;

/**
 * The plan of one inspected organisation as a whole. Refuses steps out of order: no review before the committee has
 * deliberated a complete plan, no number before every body agrees, no change of lines while others look at it (S18, R24).
 */
final class Plan {

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_SUMMARY = 4_000;

    private final CaseKey key;
    private final Period period;
    private PlanState state;
    private int cycle;
    private int submission;
    private @Nullable LocalDate deliberatedOn;
    private @Nullable String documentNumber;
    private @Nullable LocalDate issuedOn;

    /**
     * @param cycle how often the committee has deliberated it
     * @param submission how often it went to the joint review
     */
    Plan(
            CaseKey key,
            Period period,
            PlanState state,
            int cycle,
            int submission,
            @Nullable LocalDate deliberatedOn,
            @Nullable String documentNumber,
            @Nullable LocalDate issuedOn) {
        this.key = key;
        this.period = period;
        this.state = state;
        this.cycle = cycle;
        this.submission = submission;
        this.deliberatedOn = deliberatedOn;
        this.documentNumber = documentNumber;
        this.issuedOn = issuedOn;
    }

    /** @throws Refusal while the committee or the reviewers look at the plan, and after it was issued */
    void demandOpen() {
        if (!state.open()) {
            throw Refusal.of("整改方案" + state.label() + "，不能修改。");
        }
    }

    /**
     * The committee has deliberated it; it goes to the joint review.
     *
     * @param missing what the coverage check still misses
     * @throws Refusal for an incomplete plan, or a meeting that is not on record as it must be
     */
    void deliberate(Deliberation meeting, List<Violation> missing, LocalDate today) {
        demand(PlanState.DRAFTING);
        Refusal.ifAny(missing);
        Refusal.ifAny(meeting.violations(period.feedbackOn(), "反馈日期", today));
        deliberatedOn = meeting.meetingOn();
        cycle++;
        submit();
    }

    private void submit() {
        state = PlanState.DELIBERATED;
        submission++;
    }

    /** @throws Refusal when the plan is not under review */
    void demandUnderReview() {
        demand(PlanState.DELIBERATED);
    }

    /** All bodies have answered: true when each of them agrees. */
    boolean merge(Collection<ReviewVerdict> verdicts) {
        demand(PlanState.DELIBERATED);
        var agreed = verdicts.stream().allMatch(verdict -> verdict == ReviewVerdict.AGREE);
        state = agreed ? PlanState.AGREED : PlanState.RETURNED;
        return agreed;
    }

    /**
     * The clerk has answered and revised: before the committee again when the plan changed in substance, otherwise straight
     * to the bodies that had returned it (R24).
     *
     * @param unanswered comments that the clerk has left without an answer
     * @param missing what the coverage check misses now
     * @param substantial whether measures, goals or limits differ from what was reviewed
     * @throws Refusal without a word on what was changed, with comments left open, or while the plan misses something
     */
    void revise(@Nullable String summary, List<Violation> unanswered, List<Violation> missing, boolean substantial) {
        demand(PlanState.RETURNED);
        var found = new ArrayList<>(unanswered);
        if (summary == null || summary.isBlank()) {
            found.add(new Violation("summary", "请说明根据审核意见作了哪些修改。"));
        } else if (summary.length() > LONGEST_SUMMARY) {
            found.add(new Violation("summary", "修改情况说明不得超过" + LONGEST_SUMMARY + "字。"));
        }
        Refusal.ifAny(found);
        Refusal.ifAny(missing);
        if (substantial) {
            state = PlanState.DRAFTING;
        } else {
            submit();
        }
    }

    /** @throws Refusal without number or day, or with a day before the last deliberation or in the future */
    void number(Issue issue, LocalDate today) {
        demand(PlanState.AGREED);
        var found = new ArrayList<Violation>();
        number("documentNumber", "文号", issue.documentNumber(), found);
        Deliberation.day("issuedOn", "印发日期", issue.issuedOn(), deliberatedOn, "党委审议日期", today, found);
        Refusal.ifAny(found);
        state = PlanState.NUMBERED;
        documentNumber = issue.documentNumber();
        issuedOn = issue.issuedOn();
    }

    void freeze() {
        demand(PlanState.NUMBERED);
        state = PlanState.ISSUED;
    }

    private void demand(PlanState expected) {
        if (state != expected) {
            throw Refusal.of("整改方案目前“" + state.label() + "”，不能办理此事项。");
        }
    }

    private static void number(String field, String name, @Nullable String number, List<Violation> found) {
        if (number == null || number.isBlank()) {
            found.add(new Violation(field, name + "未填写。"));
        } else if (number.length() > LONGEST_NUMBER) {
            found.add(new Violation(field, name + "不得超过" + LONGEST_NUMBER + "字。"));
        }
    }

    CaseKey key() {
        return key;
    }

    Period period() {
        return period;
    }

    PlanState state() {
        return state;
    }

    int cycle() {
        return cycle;
    }

    /** How often it went to the joint review; the number of the latest submission. */
    int submission() {
        return submission;
    }

    @Nullable String documentNumber() {
        return documentNumber;
    }

    @Nullable LocalDate issuedOn() {
        return issuedOn;
    }
}
