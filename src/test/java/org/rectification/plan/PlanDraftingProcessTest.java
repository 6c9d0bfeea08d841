package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.plan.PlanTown.CLERK;
import static org.rectification.plan.PlanTown.PERSON;
import static org.rectification.plan.PlanTown.SECRETARY;
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
    void lineGivenBackIsDividedAgainAndGivenBackTwiceTheSecretaryDecides() {
        var ids = town.planRequested(1, 1);
        town.complete(CLERK, "userTask_divideFindings", null, NOTHING);
        town.saveAll(VILLAGE);
        town.complete(VILLAGE, "userTask_draftPlanLines", VILLAGE, NOTHING);
        assertThat(refusal(() -> giveBack(PERSON, ids.get(0), null)))
                .extracting(Violation::field)
                .containsExactly("reason");
        giveBack(PERSON, ids.get(0), "不属本办职责");

        assertThat(town.openTasks()).containsExactly("userTask_divideAgain");
        assertThat(town.view("userTask_divideAgain")).contains("镇本级第1号问题“低保评议不公开”");
        assertThat(refusal(() -> town.plans.saveLine(CLERK, ids.get(0), PlanTown.complete())))
                .extracting(Violation::message)
                .containsExactly("镇本级第1号问题“低保评议不公开”已被退回，请先重新分解并说明理由，再编制。");
        assertThat(refusal(() -> town.complete(CLERK, "userTask_divideAgain", null, NOTHING)))
                .extracting(Violation::message)
                .containsExactly("镇本级第1号问题“低保评议不公开”：已被退回，尚未重新分解。");
        assertThat(refusal(() -> divide(CLERK, "userTask_divideAgain", ids.get(0), "pt-other", " ")))
                .extracting(Violation::field)
                .containsExactly("lines[0].reason");
        divide(CLERK, "userTask_divideAgain", ids.get(0), "pt-other", "属组织口职责");

        assertThat(town.plans.drafters(town.key().roundId(), TOWN)).containsExactly("pt-other");
        giveBack("pt-other", ids.get(0), "也不属本办职责");
        assertThat(town.openTasks()).containsExactly("userTask_decideOwners");
        divide(SECRETARY, "userTask_decideOwners", ids.get(0), PERSON, "由民政口牵头");
        assertThat(refusal(() -> giveBack(PERSON, ids.get(0), "仍不同意")))
                .extracting(Violation::message)
                .containsExactly("镇本级第1号问题“低保评议不公开”已由党委书记裁定，不能再退回。");
        town.saveAll(PERSON);
        town.complete(PERSON, "userTask_draftPlanLines", PERSON, NOTHING);

        assertThat(town.openTasks()).containsExactly("userTask_deliberatePlan");
        assertThat(town.findings.get(ids.get(0)).owners().orElseThrow().person())
                .isEqualTo(PERSON);
        assertThat(town.trail())
                .contains(
                        "PLAN_LINE_BOUNCED pt-person",
                        "PLAN_LINE_DIVIDED_AGAIN pt-clerk",
                        "PLAN_LINE_BOUNCED pt-other",
                        "PLAN_LINE_DIVIDED_AGAIN pt-secretary");
    }

    @Test
    void opinionIsAnsweredInWordsAndByLines() {
        var ids = town.planRequested(1, 1);
        town.opinion("1");
        drafted();
        assertThat(town.openTasks()).containsExactly("userTask_completePlanLines");
        assertThat(town.view("userTask_completePlanLines")).contains("反馈意见第1条“压实主体责任。”尚未回应。");
        assertThat(refusal(() -> town.complete(CLERK, "userTask_completePlanLines", null, NOTHING)))
                .containsExactly(new Violation("answers", "反馈意见第1条“压实主体责任。”尚未回应。"));
        assertThat(refusal(() -> answer("建立周调度机制", List.of())))
                .containsExactly(new Violation("answers", "反馈意见第1条“压实主体责任。”未写明由哪些问题的整改来落实。"));
        assertThat(refusal(() -> answer("建立周调度机制", List.of("elsewhere"))))
                .extracting(Violation::message)
                .containsExactly("反馈意见第1条对应的问题请从本单位的问题中选择。");
        answer("建立周调度机制", ids);
        assertThat(town.openTasks()).containsExactly("userTask_deliberatePlan");
    }

    private void answer(String words, List<String> findings) {
        town.complete(
                CLERK,
                "userTask_completePlanLines",
                null,
                Map.of(
                        "answers",
                        List.of(Map.of("number", "1", "text", "压实主体责任。", "answer", words, "findings", findings))));
    }

    private void giveBack(String person, String finding, String reason) {
        var line = reason == null ? Map.of("finding", finding) : Map.of("finding", finding, "reason", reason);
        town.complete(person, "userTask_draftPlanLines", person, Map.of("bounced", List.of(line)));
    }

    private void divide(String person, String task, String finding, String to, String reason) {
        town.complete(
                person,
                task,
                null,
                Map.of("lines", List.of(Map.of("finding", finding, "person", to, "reason", reason))));
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

    private List<String> frozen(String column) {
        return town.jdbc
                .sql("select " + column + " from rectification.plan_version_line where round_id = ? and version = 1")
                .param(town.key().roundId())
                .query(String.class)
                .list();
    }
}
