package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.plan.PlanTown.CLERK;
import static org.rectification.plan.PlanTown.PERSON;
import static org.rectification.plan.PlanTown.TOWN;
import static org.rectification.plan.PlanTown.VILLAGE;
import static org.rectification.plan.PlanTown.refusal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.finding.FindingState;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.support.FlowCoverage;
import org.springframework.beans.factory.annotation.Autowired;

@PlanTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanDraftingProcessTest {

    private static final Map<String, ?> NOTHING = Map.of();
    private static final Map<String, ?> MEETING = Map.of("meetingOn", "2026-03-11", "minutesNumber", "方案镇委纪〔2026〕5号");
    private static final Map<String, ?> AGREE = Map.of("verdict", "AGREE");
    private static final Map<String, ?> NUMBER = Map.of("documentNumber", "方案镇委〔2026〕9号", "issuedOn", "2026-03-11");

    @Autowired
    PlanTown town;

    @Autowired
    InspectedOrganisations organisations;

    @Autowired
    FlowCoverage coverage;

    @Test
    void planThatEverybodyAgreesToIsIssuedAtOnce() {
        var ids = town.planRequested(2, 1);
        drafted();
        assertThat(town.openTasks()).containsExactly("userTask_deliberatePlan");
        assertThat(town.findings.get(ids.get(2)).state()).isEqualTo(FindingState.PLANNED);
        town.complete(CLERK, "userTask_deliberatePlan", null, MEETING);
        agreed();
        town.complete(CLERK, "userTask_issuePlan", null, NUMBER);

        assertThat(town.ended()).isTrue();
        assertThat(town.plans.isIssued(town.key().roundId(), TOWN)).isTrue();
        assertThat(organisations.get(town.key()).has(Milestone.PLAN_ISSUED)).isTrue();
        assertThat(frozen("content ->> 'goal'")).hasSize(3).containsOnly("评议结果100%公示");
        assertThat(town.jdbc
                        .sql("select distinct due_on::text || baseline from rectification.finding where round_id = ?")
                        .param(town.key().roundId())
                        .query(String.class)
                        .list())
                .containsExactly("2026-05-20true");
        assertThat(town.trail())
                .contains(
                        "PLAN_DIVIDED pt-clerk",
                        "PLAN_LINE_SAVED pt-person",
                        "PLAN_REVIEWED pt-cadre",
                        "PLAN_FROZEN system");
        assertThat(refusal(() -> town.plans.saveLine(PERSON, ids.get(0), PlanTown.complete())))
                .extracting(Violation::message)
                .containsExactly("整改方案已印发,不能修改。");
    }

    @Test
    void planReturnedByTwoOfThreeBodiesGivesOneListAndIsIssuedAfterRevision() {
        var ids = town.planRequested(1, 1);
        drafted();
        town.complete(CLERK, "userTask_deliberatePlan", null, MEETING);
        assertThat(refusal(() -> town.plans.saveLine(PERSON, ids.get(0), PlanTown.complete())))
                .extracting(Violation::message)
                .containsExactly("整改方案已经党委审议、待联合审核,不能修改。");
        town.complete("pt-office", "userTask_reviewPlan", "inspection-office", AGREE);
        town.complete(
                "pt-discipline",
                "userTask_reviewPlan",
                "discipline-supervision",
                Map.of("verdict", "RETURN", "comment", "目标不可检验"));
        town.complete(
                "pt-office",
                "userTask_reviewPlan",
                "cadre-supervision",
                Map.of("verdict", "RETURN", "comment", "措施不具体", "paperPerson", "陈主任", "paperOn", "2026-03-11"));

        assertThat(town.openTasks()).containsExactly("userTask_revisePlan");
        assertThat(town.view("userTask_revisePlan")).contains("退回:目标不可检验", "退回:措施不具体(纸面,陈主任,2026-03-11)");
        town.plans.saveLine(CLERK, ids.get(0), PlanTown.complete());
        town.complete(CLERK, "userTask_revisePlan", null, Map.of("summary", "目标量化,措施细化"));
        town.complete(CLERK, "userTask_deliberatePlan", null, MEETING);
        agreed();
        town.complete(CLERK, "userTask_issuePlan", null, NUMBER);

        assertThat(town.ended()).isTrue();
        assertThat(frozen("content ->> 'filledInBy'")).containsExactlyInAnyOrder(CLERK, null);
        assertThat(town.jdbc
                        .sql("select count(*) from rectification.plan_deliberation where round_id = ?")
                        .param(town.key().roundId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void incompleteLineKeepsTheDraftingTaskOpenAndNamesFindingAndField() {
        var ids = town.planRequested(2, 0);
        town.complete(CLERK, "userTask_divideFindings", null, NOTHING);
        town.plans.saveLine(PERSON, ids.get(0), PlanTown.complete());

        assertThat(refusal(() -> town.complete(PERSON, "userTask_draftPlanLines", PERSON, NOTHING)))
                .contains(new Violation(ids.get(1) + ".goal", "镇本级第2号问题“低保评议不公开”:整改目标未填写。"))
                .noneMatch(violation -> violation.field().startsWith(ids.get(0)));
        assertThat(town.openTasks()).containsExactly("userTask_draftPlanLines");
    }

    @Test
    void bouncedFindingBecomesTheClerksAndStaysVisible() {
        var ids = town.planRequested(1, 1);
        town.opinion("1");
        town.complete(CLERK, "userTask_divideFindings", null, NOTHING);
        town.saveAll(VILLAGE);
        town.complete(VILLAGE, "userTask_draftPlanLines", VILLAGE, NOTHING);
        assertThat(refusal(() -> town.complete(
                        PERSON,
                        "userTask_draftPlanLines",
                        PERSON,
                        Map.of("bounced", List.of(Map.of("finding", ids.get(0)))))))
                .extracting(Violation::field)
                .containsExactly("reason");
        town.complete(
                PERSON,
                "userTask_draftPlanLines",
                PERSON,
                Map.of("bounced", List.of(Map.of("finding", ids.get(0), "reason", "不属本办职责"))));

        assertThat(town.openTasks()).containsExactly("userTask_completePlanLines");
        assertThat(town.view("userTask_completePlanLines"))
                .contains("pt-person(演示)", "不属本办职责", "镇本级第1号问题“低保评议不公开”:整改目标未填写。", "反馈意见第1条尚未回应。");
        assertThat(refusal(() -> town.complete(CLERK, "userTask_completePlanLines", null, NOTHING)))
                .extracting(Violation::field)
                .contains(ids.get(0) + ".goal", "answers");

        town.plans.saveLine(CLERK, ids.get(0), reassigned("pt-other"));
        town.complete(
                CLERK,
                "userTask_completePlanLines",
                null,
                Map.of("answers", List.of(Map.of("number", "1", "text", "压实主体责任。", "answer", "建立周调度机制"))));
        assertThat(town.openTasks()).containsExactly("userTask_deliberatePlan");
        assertThat(town.findings.get(ids.get(0)).owners().orElseThrow().person())
                .isEqualTo("pt-other");
        assertThat(town.trail()).contains("PLAN_LINE_BOUNCED pt-person", "ASSIGNED pt-clerk");
    }

    @Test
    void divisionMayBeChangedByTheClerkWithAReasonOnly() {
        var ids = town.planRequested(1, 0);
        assertThat(refusal(() -> town.complete(
                        CLERK,
                        "userTask_divideFindings",
                        null,
                        Map.of("changes", List.of(Map.of("finding", ids.get(0), "person", "pt-other"))))))
                .extracting(Violation::field)
                .containsExactly("changes[0].reason");
        town.complete(
                CLERK,
                "userTask_divideFindings",
                null,
                Map.of("changes", List.of(Map.of("finding", ids.get(0), "person", "pt-other", "reason", "分工已调整"))));
        assertThat(town.plans.drafters(town.key().roundId(), TOWN)).containsExactly("pt-other");
    }

    @Test
    void deliberationWithoutMinutesOrInTheFutureIsRefused() {
        town.planRequested(1, 1);
        drafted();
        assertThat(refusal(() -> town.complete(
                        CLERK,
                        "userTask_deliberatePlan",
                        null,
                        Map.of("meetingOn", "2026-03-12", "minutesNumber", " "))))
                .extracting(Violation::field)
                .containsExactly("meetingOn", "minutesNumber");
    }

    @Test
    void reviewOfAnotherBodyNeedsThePaper() {
        town.planRequested(1, 1);
        drafted();
        town.complete(CLERK, "userTask_deliberatePlan", null, MEETING);
        assertThat(refusal(() -> town.complete("pt-office", "userTask_reviewPlan", "cadre-supervision", AGREE)))
                .extracting(Violation::field)
                .containsExactly("paperPerson");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowOfTheModelWasWalked() {
        assertThat(coverage.missedIn("bpmn/plan-drafting.bpmn")).isEmpty();
    }

    private void drafted() {
        town.complete(CLERK, "userTask_divideFindings", null, NOTHING);
        town.saveAll(PERSON);
        town.complete(PERSON, "userTask_draftPlanLines", PERSON, NOTHING);
        town.saveAll(VILLAGE);
        town.complete(VILLAGE, "userTask_draftPlanLines", VILLAGE, NOTHING);
    }

    private void agreed() {
        town.complete("pt-office", "userTask_reviewPlan", "inspection-office", AGREE);
        town.complete("pt-discipline", "userTask_reviewPlan", "discipline-supervision", AGREE);
        town.complete("pt-cadre", "userTask_reviewPlan", "cadre-supervision", AGREE);
    }

    private static PlanLineEntry reassigned(String person) {
        var entry = PlanTown.complete();
        return new PlanLineEntry(
                entry.rootCause(),
                entry.similarCheck(),
                entry.similarChecked(),
                entry.similarFound(),
                entry.goal(),
                entry.dueOn(),
                null,
                null,
                person,
                "退回后重新明确",
                entry.measures(),
                null,
                null);
    }

    private List<String> frozen(String column) {
        return town.jdbc
                .sql("select " + column + " from rectification.plan_version_line where round_id = ? and version = 1")
                .param(town.key().roundId())
                .query(String.class)
                .list();
    }
}
