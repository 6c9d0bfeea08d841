package org.rectification.demo;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rectification.demo.Story.Common;
import org.rectification.demo.Story.Phrases;
import org.rectification.demo.Story.Problem;
import org.rectification.demo.Story.Township;
import org.rectification.demo.process.DemoActs;
import org.rectification.file.Level;
import org.rectification.file.StoredFiles;
import org.rectification.people.Duties;
import org.rectification.plan.CommonProblem;
import org.rectification.plan.CommonProblems;
import org.rectification.plan.DivisionChange;
import org.rectification.plan.Horizon;
import org.rectification.plan.Measure;
import org.rectification.plan.PlanLineEntry;
import org.rectification.plan.Plans;
import org.rectification.plan.SelfFound;
import org.rectification.round.CaseKey;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How one township's plan comes about: divided, drafted line by line, deliberated, reviewed, issued. */
@Component
@Profile("demo")
class PlanScript {

    private static final int DIVIDED = 1;
    private static final int DRAFTING = 3;
    private static final int DRAFTED = 5;
    private static final int COMPLETED = 6;
    private static final int DELIBERATED = 8;
    private static final int REVIEWED = 12;
    private static final int ISSUED = 14;
    private static final List<String> REVIEWERS =
            List.of("inspection-office", "discipline-supervision", "cadre-supervision");
    private static final String NO_LASTING = "该问题属个案，整改后即可办结，暂无需建立长效制度。";
    private static final int LINES_AN_HOUR = 20;
    /** Hour of the day of drafting, after the last line and before anybody hands in, also where a holiday joins the days. */
    private static final int FOUND_AT = 14;

    private static final int FOUND_AND_WRITTEN = 20;

    private final DemoActs acts;
    private final DemoFindings findings;
    private final Plans plans;
    private final CommonProblems commons;
    private final SelfFound selfFound;
    private final StoredFiles files;
    private final Duties duties;

    PlanScript(
            DemoActs acts,
            DemoFindings findings,
            Plans plans,
            StoredFiles files,
            Duties duties,
            CommonProblems commons,
            SelfFound selfFound) {
        this.acts = acts;
        this.findings = findings;
        this.plans = plans;
        this.files = files;
        this.duties = duties;
        this.commons = commons;
        this.selfFound = selfFound;
    }

    List<Step> of(Story story, Township township, DemoCalendar days) {
        var steps = new ArrayList<Step>();
        steps.add(step(township, days.at(DIVIDED, 9), "分解整改任务", () -> divide(township)));
        draft(story, township, days, steps);
        if (township.common() != null) {
            steps.add(step(township, days.at(DRAFTED, 11), "归并共性问题", () -> group(township, township.common())));
        }
        steps.add(step(
                township,
                days.at(DRAFTED, 15),
                "编制人提交方案条目",
                () -> acts.completeAll(township.code(), "userTask_draftPlanLines", Map.of())));
        steps.add(step(
                township,
                days.at(COMPLETED, 16),
                "回应反馈意见",
                () -> acts.complete(
                        township.code(), "userTask_completePlanLines", Map.of("answers", answers(township)))));
        var deliberated = days.working(DELIBERATED);
        steps.add(step(
                township,
                DemoCalendar.at(deliberated, 17, 0),
                "党委审议方案",
                () -> acts.complete(
                        township.code(),
                        "userTask_deliberatePlan",
                        Map.of(
                                "meetingOn",
                                deliberated,
                                "minutesNumber",
                                township.plan().minutesNumber(),
                                "minutesFile",
                                minutes(township, deliberated)))));
        for (var body : REVIEWERS) {
            steps.add(step(
                    township,
                    days.at(REVIEWED, 10),
                    DemoActs.nameOf(body) + "审核方案",
                    () -> acts.completeAs(
                            body,
                            township.code(),
                            "userTask_reviewPlan",
                            Map.of("verdict", "AGREE", "comment", "同意印发。"))));
        }
        var issued = days.working(ISSUED);
        steps.add(step(
                township,
                DemoCalendar.at(issued, 16, 0),
                "印发方案",
                () -> acts.complete(
                        township.code(),
                        "userTask_issuePlan",
                        Map.of("documentNumber", township.plan().documentNumber(), "issuedOn", issued))));
        return steps;
    }

    private String minutes(Township township, LocalDate heldOn) {
        var paper = Papers.pdf("党委会会议记录（演示）", "时间：" + heldOn, "议题：研究巡察整改方案", "议定：同意该方案，报送联合审核。");
        return files.upload(
                        duties.clerk(township.code()),
                        findings.of(township, township.findings().get(0)).roundId(),
                        township.code(),
                        "党委会会议记录.pdf",
                        Level.INTERNAL,
                        new ByteArrayInputStream(paper))
                .id();
    }

    private void divide(Township township) {
        var changes = township.findings().stream()
                .filter(problem -> problem.leader() != null || problem.person() != null)
                .map(problem -> new DivisionChange(
                        findings.of(township, problem).id(),
                        problem.leader(),
                        null,
                        problem.person(),
                        problem.ownerReason(),
                        problem.ownerReason()))
                .toList();
        acts.complete(township.code(), "userTask_divideFindings", Map.of("changes", changes));
    }

    private void group(Township township, Common common) {
        var members = township.findings().stream()
                .filter(common::includes)
                .map(problem -> findings.of(township, problem))
                .toList();
        var clerk = duties.clerk(township.code());
        var key = new CaseKey(members.get(0).roundId(), township.code());
        var entry = new CommonProblem.Entry(
                common.title(),
                members.stream().map(DemoFindings.Standing::id).toList(),
                common.leader(),
                common.measure(),
                null);
        acts.as(clerk, () -> commons.group(clerk, key, entry));
    }

    private void draft(Story story, Township township, DemoCalendar days, List<Step> steps) {
        var day = days.working(DRAFTING);
        for (int index = 0; index < township.findings().size(); index++) {
            var at = DemoCalendar.at(day, 10 + index / LINES_AN_HOUR, index % LINES_AN_HOUR * 3);
            steps.add(drafted(story, township, township.findings().get(index), index, days, at));
        }
        for (var found : township.selfFound()) {
            var problem = found.problem();
            var village = problem.village();
            steps.add(step(
                    township,
                    DemoCalendar.at(day, FOUND_AT, 0),
                    "自查发现“" + problem.title() + "”",
                    () -> add(findings.of(township, township.finding(village, found.from())), problem)));
            steps.add(drafted(story, township, problem, 0, days, DemoCalendar.at(day, FOUND_AT, FOUND_AND_WRITTEN)));
        }
    }

    private Step drafted(Story story, Township township, Problem problem, int index, DemoCalendar days, Instant at) {
        var entry = line(story.phrases(), township, problem, index, due(days, problem, days.completeBy()));
        return step(township, at, "编制“" + problem.title() + "”", () -> {
            var finding = findings.of(township, problem);
            acts.as(finding.person(), () -> plans.saveLine(finding.person(), finding.id(), entry));
        });
    }

    /** By whoever drafts the line of the finding that was generalised. */
    private void add(DemoFindings.Standing from, Problem problem) {
        var entry = new SelfFound.Entry(problem.village(), problem.title(), problem.problem(), problem.opinion(), null);
        acts.as(from.person(), () -> selfFound.add(from.person(), from.id(), entry));
    }

    private LocalDate due(DemoCalendar days, Problem problem, LocalDate completeBy) {
        return problem.due() == null ? completeBy : days.limit(problem.due());
    }

    private static PlanLineEntry line(Phrases phrases, Township township, Problem problem, int index, LocalDate due) {
        var measures = new ArrayList<Measure>();
        measures.add(new Measure(Horizon.NOW, problem.now(), null));
        if (problem.lasting() != null) {
            measures.add(new Measure(Horizon.LASTING, problem.lasting(), null));
        }
        var checked = problem.similar() == null ? Phrases.inTurn(phrases.similarChecks(), index) : problem.similar();
        return new PlanLineEntry(
                problem.cause(),
                checked.text(),
                checked.checked(),
                checked.found(),
                problem.goal(),
                due,
                null,
                problem.village() == null ? township.branches().get(problem.area()) : null,
                null,
                problem.ownerReason(),
                measures,
                null,
                problem.lasting() == null ? NO_LASTING : null);
    }

    /** Each opinion is carried out by the township's own findings of its area. */
    private List<Map<String, Object>> answers(Township township) {
        return township.opinions().stream()
                .map(opinion -> Map.<String, Object>of(
                        "number",
                        opinion.number(),
                        "answer",
                        opinion.answer(),
                        "findings",
                        township.findings().stream()
                                .filter(problem -> problem.village() == null
                                        && problem.area().equals(opinion.area()))
                                .map(problem -> findings.of(township, problem).id())
                                .toList()))
                .toList();
    }

    private static Step step(Township township, Instant at, String label, Runnable act) {
        return new Step(at, township.name() + "：" + label, act);
    }
}
