package org.rectification.finding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.finding.process.FindingTown.COMPLETE_BY;
import static org.rectification.finding.process.FindingTown.RESULT;
import static org.rectification.finding.process.FindingTown.petition;
import static org.rectification.finding.process.FindingTown.refusal;
import static org.rectification.finding.process.FindingTown.town;
import static org.rectification.finding.process.FindingTown.village;
import static org.rectification.finding.process.FindingTown.villageDue;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.finding.DecisionLevel;
import org.rectification.finding.FindingState;
import org.rectification.finding.Owners;
import org.rectification.support.Clause;
import org.rectification.support.FlowCoverage;
import org.springframework.beans.factory.annotation.Autowired;

@FindingProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingRectificationProcessTest {

    static final Map<String, ?> AGREE = Map.of("answer", "AGREE", "reason", "同意");
    private static final Map<String, ?> RETURN = Map.of("answer", "RETURN", "reason", "照片与现场不符");
    static final Map<String, ?> DONE = Map.of("verdict", "DONE", "reason", "已到现场核验", "noSheetReason", "村部当日停电，签名件次日补扫");

    @Autowired
    private FindingTown town;

    @Autowired
    private FlowCoverage coverage;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @AfterAll
    void everyNodeAndFlowIsWalked() {
        assertThat(coverage.missedIn("bpmn/finding-rectification.bpmn")).isEmpty();
        assertThat(coverage.missedIn("bpmn/sub-ledger.bpmn")).isEmpty();
    }

    @Test
    @DisplayName("S22, R4: reported, reviewed, verified on site, struck off; the list is settled")
    void aVillageFindingIsStruckOff() {
        var finding = town.open(village());
        town.issuePlan();
        assertThat(town.task(finding, "userTask_rectifyFinding").getAssignee()).isEqualTo("ft-village");
        assertThat(town.task(finding, "userTask_rectifyFinding").getDueDate())
                .isEqualTo(ShanghaiTime.dueDate(COMPLETE_BY));
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        assertThat(town.state(finding)).isEqualTo(FindingState.LEADER_REVIEW);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        assertThat(town.task(finding, "userTask_verifyFinding").getAssignee()).isEqualTo("ft-commission");
        town.complete("ft-commission", finding, "userTask_verifyFinding", DONE);

        assertThat(town.state(finding)).isEqualTo(FindingState.STRUCK_OFF);
        assertThat(town.settled()).isTrue();
        assertThat(town.warnings(finding)).isEmpty();
        assertThat(town.trail(finding))
                .containsExactly(
                        "PLAN_FROZEN ft-clerk",
                        "MEASURE_REPORTED ft-village",
                        "EVIDENCE_GIVEN ft-village",
                        "RESULT_REPORTED ft-village",
                        "ROUTED system",
                        "REVIEW_PASSED ft-leader",
                        "VERIFIED ft-commission",
                        "STRUCK_OFF system");
    }

    @Test
    @DisplayName("S31: the third return alerts the Secretary and suggests accountability; the work goes on")
    void returnedThreeTimesAlertsTheSecretary() {
        var finding = town.open(village());
        for (int i = 0; i < 2; i++) {
            town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
            town.complete("ft-leader", finding, "userTask_reviewResult", RETURN);
        }
        assertThat(town.warnings(finding)).isEmpty();
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        town.complete(
                "ft-commission",
                finding,
                "userTask_verifyFinding",
                Map.of("verdict", "MOSTLY_DONE", "reason", "还差一户", "noSheetReason", "村部当日停电，签名件次日补扫"));

        assertThat(town.warnings(finding)).containsExactly("RETURNED 3 ft-secretary");
        assertThat(SuggestionsHeard.about(finding)).containsExactly("RETURNED_REPEATEDLY");
        assertThat(town.openTasks(finding)).containsExactly("userTask_rectifyFinding");
        assertThat(town.state(finding)).isEqualTo(FindingState.IN_PROGRESS);
    }

    @Test
    @DisplayName("S47: a false claim goes back, and accountability is suggested at once")
    void aFalseClaimSuggestsAccountability() {
        var finding = town.open(village());
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        town.complete(
                "ft-commission",
                finding,
                "userTask_verifyFinding",
                Map.of("verdict", "FALSIFIED", "reason", "公示照片系摆拍", "noSheetReason", "村部当日停电，签名件次日补扫"));

        assertThat(SuggestionsHeard.about(finding)).containsExactly("FALSIFIED");
        assertThat(town.warnings(finding)).containsExactly("FALSIFIED 1 ft-secretary");
        assertThat(town.openTasks(finding)).containsExactly("userTask_rectifyFinding");
    }

    @Test
    @DisplayName("S24: verified before the plan is issued, it waits without warnings and is struck off with the plan")
    void verifiedBeforeThePlanIsStruckOffWhenItIsIssued() {
        var finding = town.open(village());
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        town.complete("ft-commission", finding, "userTask_verifyFinding", DONE);
        assertThat(town.state(finding)).isEqualTo(FindingState.VERIFICATION);
        assertThat(town.openTasks(finding)).isEmpty();

        for (int rung = 0; rung < 3; rung++) {
            assertThat(town.parked(finding))
                    .as("the plan may ask for more, so it is watched on")
                    .isNotNull();
            town.timer(finding);
        }
        assertThat(town.warnings(finding)).isEmpty();
        assertThat(town.parked(finding)).as("nothing is left to watch").isNull();

        town.issuePlan();
        town.runJobs();
        assertThat(town.state(finding)).isEqualTo(FindingState.STRUCK_OFF);
        assertThat(town.settled()).isTrue();
    }

    @Test
    @Clause({"S22", "S26"})
    @DisplayName(
            "Verified before the plan, whose lasting measure nobody did: work goes on, watched, and it is no return")
    void aPlanThatAsksForMoreThanWasDoneKeepsTheFindingAtWork() {
        var finding = town.open(village());
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        town.complete("ft-commission", finding, "userTask_verifyFinding", DONE);
        town.drafted(finding, "公示评议结果", "修订评议公示制度");
        town.issuePlan();
        town.runJobs();
        assertThat(town.state(finding)).isEqualTo(FindingState.IN_PROGRESS);
        assertThat(town.findings.get(finding).returns()).isZero();
        assertThat(town.openTasks(finding)).containsExactly("userTask_rectifyFinding");
        assertThat(town.tasks
                        .getVariable(
                                town.task(finding, "userTask_rectifyFinding").getId(), "view")
                        .toString())
                .contains("对照方案尚未全部完成，继续整改（不计退回）", "“修订评议公示制度”")
                .doesNotContain("“公示评议结果”");

        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        assertThat(refusal(() -> town.act("ft-commission", finding, "userTask_verifyFinding", DONE)))
                .isEqualTo("方案中的长久立措施尚未报告完成：“修订评议公示制度”，不能认定为“已完成”。当下改措施已经到位的，请选择“长期坚持”并填写下次复查日期；其他情况请退回整改。");
        town.complete(
                "ft-commission",
                finding,
                "userTask_verifyFinding",
                Map.of(
                        "verdict", "LONG_TERM",
                        "reason", "制度待镇人大审议",
                        "nextReviewOn", "2026-12-01",
                        "noSheetReason", "村部当日停电，签名件次日补扫"));
        assertThat(town.openTasks(finding)).containsExactly("userTask_consentLongTerm");
    }

    @Test
    @Clause({"S22", "S26"})
    @DisplayName("Every measure of the plan reported, the lasting one with the result: struck off as done")
    void allMeasuresOfThePlanReportedIsStruckOff() {
        var finding = town.open(village());
        town.drafted(finding, "公示评议结果", "修订评议公示制度");
        town.issuePlan();
        var entry = new java.util.HashMap<String, Object>(RESULT);
        entry.put(
                "measures",
                java.util.List.of(
                        Map.of("text", "公示评议结果", "kind", "NOW"), Map.of("text", "修订评议公示制度", "kind", "LASTING")));
        town.complete("ft-village", finding, "userTask_rectifyFinding", entry);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        town.complete("ft-commission", finding, "userTask_verifyFinding", DONE);
        assertThat(town.state(finding)).isEqualTo(FindingState.STRUCK_OFF);
    }

    @Test
    @DisplayName("S31: unfinished at the completion date: reason, new date, approval one level above, then struck off")
    void unfinishedAtTheCompletionDateIsContinuedThenStruckOff() {
        var finding = town.open(village());
        town.issuePlan();
        town.timer(finding);
        town.timer(finding);
        town.timer(finding);
        assertThat(town.openTasks(finding)).containsExactly("userTask_continueFinding", "userTask_rectifyFinding");
        assertThat(town.parked(finding)).isNull();

        var proposal = Map.of("reason", "确权诉讼未结", "newDueOn", "2026-09-30");
        town.complete("ft-clerk", finding, "userTask_continueFinding", proposal);
        assertThat(town.task(finding, "userTask_approveContinuation").getAssignee())
                .isEqualTo("ft-leader");
        town.complete("ft-leader", finding, "userTask_approveContinuation", RETURN);
        town.complete("ft-clerk", finding, "userTask_continueFinding", proposal);
        town.complete("ft-leader", finding, "userTask_approveContinuation", AGREE);

        assertThat(town.state(finding)).isEqualTo(FindingState.CONTINUED);
        assertThat(town.parked(finding).getDuedate()).isEqualTo(ShanghaiTime.appearanceDate(LocalDate.of(2026, 9, 10)));
        assertThat(town.task(finding, "userTask_rectifyFinding").getDueDate())
                .isEqualTo(ShanghaiTime.dueDate(LocalDate.of(2026, 9, 30)));

        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        town.complete("ft-commission", finding, "userTask_verifyFinding", DONE);
        assertThat(town.state(finding)).isEqualTo(FindingState.STRUCK_OFF);
        assertThat(town.settled()).isTrue();
    }

    @Test
    @DisplayName("R25: each rung warns once; late before the completion date asks for nothing but the work")
    void everyRungWarnsOnce() {
        var finding = town.open(villageDue(LocalDate.of(2026, 5, 1)));
        for (int rung = 0; rung < 3; rung++) {
            town.timer(finding);
        }
        assertThat(town.warnings(finding))
                .containsExactly(
                        "GREEN 2026-05-01 ft-village",
                        "YELLOW 2026-05-01 ft-village,ft-leader",
                        "RED 2026-05-01 ft-village,ft-leader,ft-secretary");
        assertThat(town.openTasks(finding)).containsExactly("userTask_rectifyFinding");

        assertThat(town.parked(finding).getDuedate()).isEqualTo(ShanghaiTime.appearanceDate(COMPLETE_BY.plusDays(1)));
        town.timer(finding);
        assertThat(town.warnings(finding))
                .as("forty days late without a daily look in between: the highest rung, and no other")
                .hasSize(4)
                .last()
                .asString()
                .startsWith("ACCOUNTABILITY 2026-05-01");
        assertThat(SuggestionsHeard.about(finding))
                .as("accountability has a rung of its own")
                .isEmpty();
        assertThat(town.openTasks(finding)).containsExactly("userTask_continueFinding", "userTask_rectifyFinding");
    }

    @Test
    @Clause("S14")
    @DisplayName("Row 31: after a reassignment no rung is repeated; only the coming ones go to the new people")
    void onlyTheComingRungsGoToWhoeverAnswersNow() {
        var finding = town.open(villageDue(LocalDate.of(2026, 5, 1)));
        town.timer(finding);
        town.findings.assign("ft-clerk", finding, new Owners("ft-portfolio", "民政办", "ft-person"), "分工调整");
        assertThat(town.warnings(finding)).containsExactly("GREEN 2026-05-01 ft-village");
        town.timer(finding);
        town.timer(finding);
        assertThat(town.warnings(finding))
                .containsExactly(
                        "GREEN 2026-05-01 ft-village",
                        "YELLOW 2026-05-01 ft-person,ft-portfolio",
                        "RED 2026-05-01 ft-person,ft-portfolio,ft-village,ft-secretary");
    }

    @Test
    @DisplayName("S26: 当下改 verified and 长久立 under way becomes long term, only with the inspection office's consent")
    void longTermByConsent() {
        var finding = town.open(town("PARTY_LINE"));
        assertThat(town.task(finding, "userTask_rectifyFinding").getAssignee()).isEqualTo("ft-clerk");
        town.findings.assign("ft-clerk", finding, new Owners("ft-portfolio", "党政办", "ft-person"), "由党政办牵头");
        town.complete("ft-person", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-portfolio", finding, "userTask_reviewResult", AGREE);
        var longTerm = Map.of("verdict", "LONG_TERM", "reason", "制度需要时间", "nextReviewOn", "2026-12-01");
        town.complete("ft-office", finding, "userTask_verifyFinding", longTerm);
        town.complete("ft-office", finding, "userTask_consentLongTerm", RETURN);
        assertThat(town.openTasks(finding)).containsExactly("userTask_verifyFinding");
        town.complete("ft-office", finding, "userTask_verifyFinding", longTerm);
        town.complete("ft-office", finding, "userTask_consentLongTerm", AGREE);

        assertThat(town.state(finding)).isEqualTo(FindingState.LONG_TERM);
        assertThat(town.listsSettled()).as("the follow-up holds nothing open").isTrue();
        assertThat(town.parked(finding, "event_reviewDue").getDuedate())
                .isEqualTo(ShanghaiTime.appearanceDate(LocalDate.of(2026, 12, 1)));
        assertThat(town.findings.counts(town.round(), FindingTown.TOWN).unsettled())
                .isZero();
    }

    @Test
    @Clause("S31")
    @DisplayName("Row 28: granted one level above, due day, task and timer move; the day set first stays")
    void anExtensionMovesDayTaskAndTimer() {
        var finding = town.open(villageDue(LocalDate.of(2026, 4, 20)));
        assertThat(town.extend("ft-village", finding, LocalDate.of(2026, 5, 10)))
                .isEqualTo(DecisionLevel.LEADER);
        assertThat(town.task(finding, "userTask_decideExtension").getAssignee()).isEqualTo("ft-leader");
        assertThat(town.task(finding, "userTask_rectifyFinding").getDueDate())
                .as("nothing moves before it is decided")
                .isEqualTo(ShanghaiTime.dueDate(LocalDate.of(2026, 4, 20)));
        town.complete("ft-leader", finding, "userTask_decideExtension", AGREE);

        assertThat(town.task(finding, "userTask_rectifyFinding").getDueDate())
                .isEqualTo(ShanghaiTime.dueDate(LocalDate.of(2026, 5, 10)));
        assertThat(town.parked(finding).getDuedate()).isEqualTo(ShanghaiTime.appearanceDate(LocalDate.of(2026, 4, 20)));
        assertThat(town.tasks
                        .getVariable(
                                town.task(finding, "userTask_rectifyFinding").getId(), "view")
                        .toString())
                .as("the open form shows the new day")
                .contains("2026-05-10");
        var extended = town.findings.get(finding);
        assertThat(extended.dueOn()).isEqualTo(LocalDate.of(2026, 5, 10));
        assertThat(extended.originalDueOn()).isEqualTo(LocalDate.of(2026, 4, 20));
        assertThat(extended.extensions()).isEqualTo(1);
        assertThat(town.trail(finding)).containsExactly("EXTENSION_REQUESTED ft-village", "EXTENDED ft-leader");
    }

    @Test
    @Clause("S31")
    @DisplayName("Row 28: refused, everything stays as it was, with the reason")
    void aRefusedExtensionLeavesEverythingAsItWas() {
        var finding = town.open(villageDue(LocalDate.of(2026, 4, 20)));
        var before = town.findings.get(finding);
        var timer = town.parked(finding).getDuedate();
        town.extend("ft-clerk", finding, LocalDate.of(2026, 5, 10));
        town.complete("ft-leader", finding, "userTask_decideExtension", RETURN);
        assertThat(town.findings.get(finding)).usingRecursiveComparison().isEqualTo(before);
        assertThat(town.parked(finding).getDuedate()).isEqualTo(timer);
        assertThat(town.openTasks(finding)).containsExactly("userTask_rectifyFinding");
        assertThat(town.extensions.of(finding)).singleElement().satisfies(asked -> {
            assertThat(asked.approved()).isFalse();
            assertThat(asked.remark()).isEqualTo("照片与现场不符");
        });
    }

    @Test
    @DisplayName(
            "R1: what the Secretary leads is verified by the inspection office and confirmed by discipline supervision")
    void whatTheSecretaryLeadsIsVerifiedByTheCounty() {
        var finding = town.open(town("PARTY_LINE"));
        town.issuePlan();
        town.complete("ft-clerk", finding, "userTask_rectifyFinding", RESULT);
        assertThat(town.openTasks(finding)).containsExactly("userTask_verifyFinding");
        town.complete("ft-office", finding, "userTask_verifyFinding", DONE);
        assertThat(town.state(finding)).isEqualTo(FindingState.VERIFICATION);
        town.complete("ft-discipline", finding, "userTask_confirmVerification", AGREE);
        assertThat(town.state(finding)).isEqualTo(FindingState.STRUCK_OFF);
    }

    @Test
    @DisplayName("R3: a petition has two reviewers, and what discipline supervision does not confirm goes back")
    void aPetitionIsReviewedTwiceAndConfirmed() {
        var finding = town.open(petition());
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        assertThat(town.task(finding, "userTask_reviewResult").getAssignee()).isEqualTo("ft-portfolio");
        assertThat(town.state(finding)).isEqualTo(FindingState.LEADER_REVIEW);
        town.complete("ft-portfolio", finding, "userTask_reviewResult", AGREE);
        town.complete("ft-commission", finding, "userTask_verifyFinding", DONE);
        town.complete("ft-discipline", finding, "userTask_confirmVerification", RETURN);
        assertThat(town.state(finding)).isEqualTo(FindingState.IN_PROGRESS);
        assertThat(town.openTasks(finding)).containsExactly("userTask_rectifyFinding");

        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", RETURN);
        assertThat(town.openTasks(finding))
                .as("the second reviewer is spared what the first returned")
                .containsExactly("userTask_rectifyFinding");
    }

    @Test
    @DisplayName("S13: open tasks follow a reassignment")
    void openTasksFollowAReassignment() {
        var finding = town.open(village());
        town.findings.assign("ft-clerk", finding, new Owners("ft-portfolio", "民政办", "ft-person"), "分工调整");
        assertThat(town.task(finding, "userTask_rectifyFinding").getAssignee()).isEqualTo("ft-person");
        town.complete("ft-person", finding, "userTask_rectifyFinding", RESULT);
        town.findings.assign("ft-clerk", finding, new Owners("ft-leader", "上坡村党支部", "ft-village"), "分工再调整");
        assertThat(town.task(finding, "userTask_reviewResult").getAssignee()).isEqualTo("ft-leader");
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        assertThat(town.state(finding)).isEqualTo(FindingState.VERIFICATION);
    }
}
