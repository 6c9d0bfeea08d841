package org.rectification.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal.Violation;
import org.springframework.lang.Nullable;

/**
 * One line of the plan: what is done about one finding, why it happened, by when and by whom. Lists all that is still
 * wrong with it, so that a person sees every mistake at once (S13, S18–S20, S25–S27, S38).
 */
record PlanLine(
        Subject subject,
        @Nullable Officer leader,
        @Nullable String branch,
        @Nullable Officer person,
        @Nullable String rootCause,
        @Nullable String similarCheck,
        @Nullable Integer similarChecked,
        @Nullable Integer similarFound,
        @Nullable String goal,
        @Nullable LocalDate dueOn,
        List<Measure> measures,
        @Nullable String noNowReason,
        @Nullable String noLastingReason,
        @Nullable String ownerReason) {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_BRANCH = 60;
    private static final int MOST_MEASURES = 30;
    private static final int MOST_CHECKED = 100_000;

    PlanLine {
        measures = List.copyOf(measures);
    }

    /** The same with other people answering for it. */
    PlanLine ownedBy(@Nullable Officer otherLeader, @Nullable Officer otherPerson) {
        return new PlanLine(
                subject,
                otherLeader,
                branch,
                otherPerson,
                rootCause,
                similarCheck,
                similarChecked,
                similarFound,
                goal,
                dueOn,
                measures,
                noNowReason,
                noLastingReason,
                ownerReason);
    }

    boolean complete(Period period) {
        return violations(period).isEmpty();
    }

    List<Violation> violations(Period period) {
        var found = new ArrayList<Violation>();
        measureViolations(period, found);
        text("goal", "整改目标", goal, LONGEST_TEXT, found);
        limitViolations(period, found);
        ownerViolations(found);
        text("rootCause", "根源剖析", rootCause, LONGEST_TEXT, found);
        text("similarCheck", "举一反三排查情况", similarCheck, LONGEST_TEXT, found);
        similarViolations(found);
        return found;
    }

    private void measureViolations(Period period, List<Violation> found) {
        if (measures.isEmpty()) {
            found.add(new Violation("measures", "整改措施未填写，每个问题至少要有一条措施。"));
            return;
        }
        if (measures.size() > MOST_MEASURES) {
            found.add(new Violation("measures", "整改措施不得超过" + MOST_MEASURES + "条。"));
        }
        for (var i = 0; i < measures.size(); i++) {
            measureViolations(measures.get(i), i, period, found);
        }
        ownRectification(found);
        missingHorizon(Horizon.NOW, noNowReason, "noNowReason", found);
        missingHorizon(Horizon.LASTING, noLastingReason, "noLastingReason", found);
    }

    private static void measureViolations(Measure measure, int index, Period period, List<Violation> found) {
        var field = "measures[" + index + "].";
        var name = "第" + (index + 1) + "条措施";
        if (measure.horizon() == null) {
            found.add(new Violation(field + "horizon", name + "未选择当下改或长久立。"));
        }
        text(field + "text", name, measure.text(), LONGEST_TEXT, found);
        if (measure.dueOn() == null) {
            return;
        }
        if (!period.begunBy(measure.dueOn())) {
            found.add(new Violation(field + "dueOn", name + "的时限须晚于反馈日期" + period.feedbackOn() + "。"));
        } else if (measure.horizon() != Horizon.LASTING && !period.holds(measure.dueOn())) {
            found.add(new Violation(field + "dueOn", name + "的时限不得晚于集中整改完成日期" + period.completeBy() + "（长久立措施除外）。"));
        }
    }

    private void missingHorizon(Horizon horizon, @Nullable String reason, String field, List<Violation> found) {
        if (measures.stream().noneMatch(measure -> measure.horizon() == horizon) && blank(reason)) {
            found.add(new Violation(field, "没有“" + horizon.label() + "”措施，请补充措施或书面说明理由。"));
        }
    }

    /** Punishing subordinates never stands for rectifying at one's own level (S15). */
    private void ownRectification(List<Violation> found) {
        if (!subject.ofVillage() && measures.stream().allMatch(Measure::onlyHoldsToAccount)) {
            found.add(new Violation("measures", "镇级问题的措施不能只是问责下级，请补充本级整改措施。"));
        }
    }

    private void similarViolations(List<Violation> found) {
        number("similarChecked", "举一反三排查数量", similarChecked, found);
        number("similarFound", "发现同类问题数量", similarFound, found);
        if (similarChecked != null && similarFound != null && similarFound > similarChecked && similarChecked >= 0) {
            found.add(new Violation("similarFound", "发现同类问题数量不能大于排查数量。"));
        }
    }

    private static void number(String field, String name, @Nullable Integer number, List<Violation> found) {
        if (number == null) {
            found.add(new Violation(field, name + "未填写，没有的填0。"));
        } else if (number < 0 || number > MOST_CHECKED) {
            found.add(new Violation(field, name + "须在0至" + MOST_CHECKED + "之间。"));
        }
    }

    private void limitViolations(Period period, List<Violation> found) {
        if (dueOn == null) {
            found.add(new Violation("dueOn", "整改时限未填写。"));
        } else if (!period.begunBy(dueOn)) {
            found.add(new Violation("dueOn", "整改时限须晚于反馈日期" + period.feedbackOn() + "。"));
        } else if (!period.holds(dueOn)) {
            found.add(new Violation("dueOn", "整改时限不得晚于集中整改完成日期" + period.completeBy() + "。"));
        }
    }

    private void ownerViolations(List<Violation> found) {
        leaderViolation().ifPresent(found::add);
        text("branch", "责任党支部（办、站、所）", branch, LONGEST_BRANCH, found);
        if (person == null) {
            found.add(new Violation("person", "责任人员未明确。"));
        } else if (blank(ownerReason)) {
            levelViolation().ifPresent(found::add);
        }
    }

    /** Nobody leads, or somebody who does not belong to the leadership. */
    Optional<Violation> leaderViolation() {
        if (leader == null) {
            return Optional.of(new Violation("leader", "责任领导未明确。"));
        }
        return leader.leads()
                ? Optional.empty()
                : Optional.of(new Violation("leader", "责任领导须由镇领导班子成员或包村领导担任，" + leader.name() + "不是。"));
    }

    /** The person's level is not the finding's (S13): a warning that a reason answers. */
    Optional<Violation> levelViolation() {
        if (person == null || levelMatches(person)) {
            return Optional.empty();
        }
        return Optional.of(new Violation(
                "ownerReason",
                subject.ofVillage()
                        ? "村级问题的责任人员" + person.name() + "不是该村的人员，请说明理由。"
                        : "镇级问题不能只落到村级人员" + person.name() + "，请更换责任人员或说明理由。"));
    }

    private boolean levelMatches(Officer owner) {
        return subject.ofVillage()
                ? owner.holds(Role.VILLAGE_SECRETARY, subject.villageCode())
                        || owner.holds(Role.VILLAGE_CONTACT, subject.villageCode())
                : !owner.ofVillageOnly();
    }

    private static void text(String field, String name, @Nullable String text, int longest, List<Violation> found) {
        if (blank(text)) {
            found.add(new Violation(field, name + "未填写。"));
        } else if (text.length() > longest) {
            found.add(new Violation(field, name + "不得超过" + longest + "字。"));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
