package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rectification.plan.PlanTown.CLERK;
import static org.rectification.plan.PlanTown.PERSON;
import static org.rectification.plan.PlanTown.SECRETARY;
import static org.rectification.plan.PlanTown.TOWN;
import static org.rectification.plan.PlanTown.VILLAGE;
import static org.rectification.plan.PlanTown.refusal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.deadline.YearNotice;
import org.rectification.finding.FindingState;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.schedule.CalendarImport;
import org.rectification.schedule.Moves;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.springframework.beans.factory.annotation.Autowired;

@PlanTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanDraftingProcessTest {

    private static final Map<String, ?> NOTHING = Map.of();
    private static final Map<String, ?> AGREE = Map.of("verdict", "AGREE");
    private static final Map<String, ?> NUMBER = Map.of("documentNumber", "方案镇委〔2026〕9号", "issuedOn", "2026-03-11");

    @Autowired
    private CalendarImport imports;

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
        town.complete(CLERK, "userTask_deliberatePlan", null, meeting());
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
                .containsExactly("整改方案已印发，不能修改。");
    }

    @Test
    @Feature(14)
    @Clause("S32")
    void twoOfThreeReturnItTheAuthorGetsOneMergedListAndTheResubmissionShowsWhatChanged() {
        var ids = town.planRequested(2, 1);
        drafted();
        town.complete(CLERK, "userTask_deliberatePlan", null, meeting());
        assertThat(refusal(() -> town.plans.saveLine(PERSON, ids.get(0), PlanTown.complete())))
                .extracting(Violation::message)
                .containsExactly("整改方案已经党委审议、待联合审核，不能修改。");
        town.complete("pt-office", "userTask_reviewPlan", "inspection-office", AGREE);
        town.complete(
                "pt-discipline",
                "userTask_reviewPlan",
                "discipline-supervision",
                Map.of(
                        "verdict", "RETURN",
                        "comment", "措施要落到人",
                        "comments", List.of(Map.of("finding", ids.get(2), "field", "GOAL", "text", "目标不可检验"))));
        town.complete(
                "pt-office",
                "userTask_reviewPlan",
                "cadre-supervision",
                Map.of(
                        "verdict", "RETURN",
                        "comments", List.of(Map.of("finding", ids.get(0), "text", "责任不清")),
                        "paperPerson", "陈主任",
                        "paperOn", "2026-03-11",
                        "paperFile", town.paper("审核意见")));

        assertThat(town.openTasks()).containsExactly("userTask_revisePlan");
        var merged = town.openComments();
        assertThat(merged)
                .extracting(each -> each.get("line"), each -> each.get("body"), each -> each.get("text"))
                .containsExactly(
                        tuple("方案整体", "纪检监察室", "措施要落到人"),
                        tuple("镇本级第1号问题“低保评议不公开”", "干监室（纸面，陈主任，2026-03-11）", "责任不清"),
                        tuple("下坪村党支部（演示）第1号问题“低保评议不公开”", "纪检监察室", "目标不可检验"));
        town.plans.saveLine(CLERK, ids.get(2), withGoal("10日内公示率达到100%"));
        assertThat(refusal(() -> town.complete(
                        CLERK, "userTask_revisePlan", null, Map.of("summary", "已修改", "answers", List.of()))))
                .extracting(Violation::message)
                .contains("请答复对方案整体的意见：采纳或未采纳。", "请答复对镇本级第1号问题“低保评议不公开”的意见：采纳或未采纳。");
        assertThat(refusal(() -> town.complete(
                        CLERK,
                        "userTask_revisePlan",
                        null,
                        Map.of("summary", "已修改", "answers", answered(merged, "NOT_ADOPTED", "")))))
                .extracting(Violation::message)
                .contains("第1条意见未采纳，须说明理由。");
        town.complete(
                CLERK,
                "userTask_revisePlan",
                null,
                Map.of("summary", "目标已量化", "answers", answered(merged, "ADOPTED", "已按意见修改")));

        assertThat(town.openTasks()).containsExactly("userTask_deliberatePlan");
        town.complete(CLERK, "userTask_deliberatePlan", null, meeting());
        assertThat(town.openTasks()).hasSize(3).containsOnly("userTask_reviewPlan");
        assertThat(town.viewOf("userTask_reviewPlan", "discipline-supervision"))
                .contains(
                        "\"line\":\"下坪村党支部（演示）第1号问题“低保评议不公开”\",\"field\":\"整改目标\","
                                + "\"before\":\"评议结果100%公示\",\"after\":\"10日内公示率达到100%\"",
                        "\"text\":\"目标不可检验\",\"answer\":\"采纳\",\"reason\":\"已按意见修改\"")
                .doesNotContain("责任不清");
        agreed();
        town.complete(CLERK, "userTask_issuePlan", null, NUMBER);

        assertThat(town.ended()).isTrue();
        assertThat(frozen("content ->> 'goal'")).contains("10日内公示率达到100%");
        assertThat(town.count("plan_deliberation")).isEqualTo(2);
        assertThat(town.count("plan_submission")).isEqualTo(2);
    }

    @Test
    void revisionThatLeavesMeasuresGoalsAndLimitsGoesStraightToThoseWhoReturnedIt() {
        var ids = town.planRequested(1, 1);
        drafted();
        town.complete(CLERK, "userTask_deliberatePlan", null, meeting());
        town.complete("pt-office", "userTask_reviewPlan", "inspection-office", AGREE);
        town.complete("pt-cadre", "userTask_reviewPlan", "cadre-supervision", AGREE);
        town.complete(
                "pt-discipline",
                "userTask_reviewPlan",
                "discipline-supervision",
                Map.of("verdict", "RETURN", "comment", "根源剖析太浅"));
        var entry = PlanTown.complete();
        town.plans.saveLine(
                CLERK,
                ids.get(0),
                new PlanLineEntry(
                        "制度空转，监督缺位，评议程序无人把关",
                        entry.similarCheck(),
                        entry.similarChecked(),
                        entry.similarFound(),
                        entry.goal(),
                        entry.dueOn(),
                        null,
                        null,
                        null,
                        null,
                        entry.measures(),
                        null,
                        null));
        town.complete(
                CLERK,
                "userTask_revisePlan",
                null,
                Map.of("summary", "深挖根源", "answers", answered(town.openComments(), "ADOPTED", "")));

        assertThat(town.openTasks()).containsExactly("userTask_reviewPlan");
        assertThat(town.viewOf("userTask_reviewPlan", "discipline-supervision"))
                .contains("\"again\":true", "\"field\":\"根源剖析\",\"before\":\"制度执行不严\"", "深挖根源");
        town.complete("pt-discipline", "userTask_reviewPlan", "discipline-supervision", AGREE);
        assertThat(town.openTasks()).containsExactly("userTask_issuePlan");
        assertThat(town.count("plan_deliberation")).isEqualTo(1);
        assertThat(town.count("plan_submission")).isEqualTo(2);
    }

    @Test
    void reviewRecordedFromPaperIsNamedSoInTheTrail() {
        town.planRequested(1, 1);
        drafted();
        town.complete(CLERK, "userTask_deliberatePlan", null, meeting());
        town.complete(
                "pt-office",
                "userTask_reviewPlan",
                "cadre-supervision",
                Map.of(
                        "verdict", "AGREE",
                        "paperPerson", "陈主任",
                        "paperOn", "2026-03-11",
                        "paperFile", town.paper("审核意见")));
        assertThat(town.jdbc
                        .sql(
                                """
                                select actor || ' ' || (after ->> 'body') || ' ' || (after ->> 'ownBody') || ' '
                                       || (after ->> 'paperPerson')
                                  from rectification.event where round_id = ? and kind = 'PLAN_REVIEWED'""")
                        .param(town.key().roundId())
                        .query(String.class)
                        .list())
                .containsExactly("pt-office cadre-supervision false 陈主任");
    }

    @Test
    void reviewIsDueFiveWorkingDaysAfterTheSubmission() {
        town.planRequested(1, 1);
        drafted();
        town.complete(CLERK, "userTask_deliberatePlan", null, meeting());
        assertThat(town.dueDays("userTask_reviewPlan")).containsOnly(LocalDate.of(2026, 3, 18));
        assertThat(town.view("userTask_reviewPlan")).contains("\"dueOn\":\"2026-03-18\"");
    }

    /** The notice counts only within this test: the calendar is everybody's. */
    @Test
    @Feature(62)
    void aNoticeThatComesInMovesTheDayOfAnswersThatAreOut() {
        town.planRequested(1, 1);
        drafted();
        town.complete(CLERK, "userTask_deliberatePlan", null, meeting());
        var notice = new YearNotice(
                2026, List.of(new YearNotice.Day(LocalDate.of(2026, 3, 16), YearNotice.Kind.HOLIDAY, "演示假日")));
        var shown = imports.preview(notice, "演示通知", "admin");
        assertThat(shown.moves()).contains(new Moves.Move("方案镇党委（演示）", "整改方案审核", "2026-03-18", "2026-03-19", false));
        assertThat(town.dueDays("userTask_reviewPlan")).containsOnly(LocalDate.of(2026, 3, 18));

        town.transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            imports.confirm(notice, "演示通知", shown.fingerprint(), "admin");
            assertThat(town.dueDays("userTask_reviewPlan")).containsOnly(LocalDate.of(2026, 3, 19));
            assertThat(town.jdbc
                            .sql("select review_due_on from rectification.plan_submission where round_id = ?")
                            .param(town.key().roundId())
                            .query(LocalDate.class)
                            .single())
                    .isEqualTo("2026-03-19");
        });
    }

    @Test
    void incompleteLineKeepsTheDraftingTaskOpenAndNamesFindingAndField() {
        var ids = town.planRequested(2, 0);
        town.complete(CLERK, "userTask_divideFindings", null, NOTHING);
        town.plans.saveLine(PERSON, ids.get(0), PlanTown.complete());

        assertThat(refusal(() -> town.complete(PERSON, "userTask_draftPlanLines", PERSON, NOTHING)))
                .contains(new Violation(ids.get(1) + ".goal", "镇本级第2号问题“低保评议不公开”：整改目标未填写。"))
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
    @Feature(16)
    @Clause("S18")
    void planCannotGoToReviewWithoutMeetingDateAndMinutesFile() {
        town.planRequested(1, 1);
        drafted();
        assertThat(refusal(() -> town.complete(CLERK, "userTask_deliberatePlan", null, NOTHING)))
                .extracting(Violation::message)
                .containsExactly("会议日期未填写。", "请上传党委会会议记录或纪要。");
        assertThat(refusal(() -> town.complete(
                        CLERK,
                        "userTask_deliberatePlan",
                        null,
                        Map.of("meetingOn", "2026-03-12", "minutesFile", town.paper("党委会会议记录")))))
                .extracting(Violation::message)
                .containsExactly("会议日期不能晚于今天。");
        assertThat(refusal(() -> town.complete(
                        CLERK,
                        "userTask_deliberatePlan",
                        null,
                        Map.of(
                                "meetingOn", "2026-03-09",
                                "minutesFile", town.paper("党委会会议记录"),
                                "paperPerson", "王书记"))))
                .extracting(Violation::message)
                .containsExactly("会议日期不能早于反馈日期2026-03-10。", "登记纸面签署的，签署人和签署日期须同时填写。");
        assertThat(refusal(() -> town.complete(
                        CLERK,
                        "userTask_deliberatePlan",
                        null,
                        Map.of("meetingOn", "2026-03-11", "minutesFile", "no-such-file"))))
                .containsExactly(new Violation("minutesFile", "所附文件不存在或不属于本单位，请重新上传。"));
        assertThat(town.openTasks()).containsExactly("userTask_deliberatePlan");

        town.complete(
                CLERK,
                "userTask_deliberatePlan",
                null,
                Map.of(
                        "meetingOn", "2026-03-11",
                        "minutesFile", town.paper("党委会会议记录"),
                        "paperPerson", "王书记",
                        "paperOn", "2026-03-11"));
        assertThat(town.openTasks()).hasSize(3).containsOnly("userTask_reviewPlan");
        assertThat(town.trail()).contains("PLAN_DELIBERATED pt-clerk");
    }

    @Test
    void reviewOfAnotherBodyNeedsThePaper() {
        town.planRequested(1, 1);
        drafted();
        town.complete(CLERK, "userTask_deliberatePlan", null, meeting());
        assertThat(refusal(() -> town.complete("pt-office", "userTask_reviewPlan", "cadre-supervision", AGREE)))
                .extracting(Violation::field)
                .containsExactly("paperPerson");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowOfTheModelWasWalked() {
        assertThat(coverage.missedIn("bpmn/plan-drafting.bpmn")).isEmpty();
    }

    private Map<String, ?> meeting() {
        return Map.of(
                "meetingOn", "2026-03-11",
                "minutesNumber", "方案镇委纪〔2026〕5号",
                "minutesFile", town.paper("党委会会议记录"));
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

    private static PlanLineEntry withGoal(String goal) {
        var entry = PlanTown.complete();
        return new PlanLineEntry(
                entry.rootCause(),
                entry.similarCheck(),
                entry.similarChecked(),
                entry.similarFound(),
                goal,
                entry.dueOn(),
                null,
                null,
                null,
                null,
                entry.measures(),
                null,
                null);
    }

    private static List<Map<String, Object>> answered(
            List<Map<String, Object>> comments, String decision, String reason) {
        return comments.stream()
                .map(comment -> {
                    var answer = new HashMap<>(comment);
                    answer.put("decision", decision);
                    answer.put("reason", reason);
                    return (Map<String, Object>) answer;
                })
                .toList();
    }

    private List<String> frozen(String column) {
        return town.jdbc
                .sql("select " + column + " from rectification.plan_version_line where round_id = ? and version = 1")
                .param(town.key().roundId())
                .query(String.class)
                .list();
    }
}
