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

    private final CaseKey key;
    private final Period period;
    private PlanState state;
    private int cycle;
    private @Nullable LocalDate deliberatedOn;
    private @Nullable String documentNumber;
    private @Nullable LocalDate issuedOn;

    /** @param cycle how often the committee has deliberated it */
    Plan(
            CaseKey key,
            Period period,
            PlanState state,
            int cycle,
            @Nullable LocalDate deliberatedOn,
            @Nullable String documentNumber,
            @Nullable LocalDate issuedOn) {
        this.key = key;
        this.period = period;
        this.state = state;
        this.cycle = cycle;
        this.deliberatedOn = deliberatedOn;
        this.documentNumber = documentNumber;
        this.issuedOn = issuedOn;
    }

    /** @throws Refusal while the committee or the reviewers look at the plan, and after it was issued */
    void demandOpen() {
        if (!state.open()) {
            throw Refusal.of("整改方案" + state.label() + ",不能修改。");
        }
    }

    /**
     * The committee has deliberated it.
     *
     * @param missing what the coverage check still misses
     * @throws Refusal for an incomplete plan, or a meeting without date or minutes, before feedback or in the future
     */
    void deliberate(Deliberation meeting, List<Violation> missing, LocalDate today) {
        demand(PlanState.DRAFTING);
        Refusal.ifAny(missing);
        var found = new ArrayList<Violation>();
        day("meetingOn", "会议日期", meeting.meetingOn(), period.feedbackOn(), "反馈日期", today, found);
        number("minutesNumber", "会议纪要编号", meeting.minutesNumber(), found);
        Refusal.ifAny(found);
        state = PlanState.DELIBERATED;
        deliberatedOn = meeting.meetingOn();
        cycle++;
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

    /** @throws Refusal without a word on what was changed, or while the revised plan misses something */
    void revise(@Nullable String summary, List<Violation> missing) {
        demand(PlanState.RETURNED);
        if (summary == null || summary.isBlank()) {
            throw Refusal.of("summary", "请说明根据审核意见作了哪些修改。");
        }
        Refusal.ifAny(missing);
        state = PlanState.DRAFTING;
    }

    /** @throws Refusal without number or day, or with a day before the last deliberation or in the future */
    void number(Issue issue, LocalDate today) {
        demand(PlanState.AGREED);
        var found = new ArrayList<Violation>();
        number("documentNumber", "文号", issue.documentNumber(), found);
        day("issuedOn", "印发日期", issue.issuedOn(), deliberatedOn, "党委审议日期", today, found);
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
            throw Refusal.of("整改方案目前“" + state.label() + "”,不能办理此事项。");
        }
    }

    private static void number(String field, String name, @Nullable String number, List<Violation> found) {
        if (number == null || number.isBlank()) {
            found.add(new Violation(field, name + "未填写。"));
        } else if (number.length() > LONGEST_NUMBER) {
            found.add(new Violation(field, name + "不得超过" + LONGEST_NUMBER + "字。"));
        }
    }

    private static void day(
            String field,
            String name,
            @Nullable LocalDate day,
            @Nullable LocalDate earliest,
            String earliestName,
            LocalDate today,
            List<Violation> found) {
        if (day == null) {
            found.add(new Violation(field, name + "未填写。"));
        } else if (day.isAfter(today)) {
            found.add(new Violation(field, name + "不能晚于今天。"));
        } else if (earliest != null && day.isBefore(earliest)) {
            found.add(new Violation(field, name + "不能早于" + earliestName + earliest + "。"));
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

    @Nullable String documentNumber() {
        return documentNumber;
    }

    @Nullable LocalDate issuedOn() {
        return issuedOn;
    }
}
