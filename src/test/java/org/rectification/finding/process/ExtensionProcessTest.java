package org.rectification.finding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.finding.process.FindingTown.COMPLETE_BY;
import static org.rectification.finding.process.FindingTown.RESULT;
import static org.rectification.finding.process.FindingTown.TOWN;
import static org.rectification.finding.process.FindingTown.refusal;
import static org.rectification.finding.process.FindingTown.town;
import static org.rectification.finding.process.FindingTown.villageDue;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.finding.DecisionLevel;
import org.rectification.finding.FindingState;
import org.rectification.finding.Owners;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may ask for a later day, how far it may go, and who decides. */
@FindingProcessTest
@Clause("S31")
class ExtensionProcessTest {

    private static final LocalDate DUE = LocalDate.of(2026, 4, 20);
    private static final String REASON = "雨季施工受阻，材料进场推迟，需顺延工期。";
    private static final Map<String, ?> AGREE = Map.of("answer", "AGREE", "reason", "同意");
    private static final Map<String, ?> RETURN = Map.of("answer", "RETURN", "reason", "可以按期完成");
    private static final Map<String, ?> RECORDED =
            Map.of("answer", "AGREE", "reason", "同意", "recordedOn", "2026-04-21", "recordNumber", "市巡办会商〔2026〕3号");

    @Autowired
    private FindingTown town;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    @Feature(28)
    void aRequestAfterTheDueDayAndTheThirdOneGoOneLevelHigherAndTheLedgerKeepsTheOriginalDay() {
        var finding = town.open(villageDue(DUE));
        assertThat(town.extend("ft-village", finding, DUE.plusDays(5))).isEqualTo(DecisionLevel.LEADER);
        town.complete("ft-leader", finding, "userTask_decideExtension", AGREE);
        assertThat(town.extend("ft-village", finding, DUE.plusDays(10))).isEqualTo(DecisionLevel.LEADER);
        town.complete("ft-leader", finding, "userTask_decideExtension", RETURN);
        assertThat(town.extend("ft-village", finding, DUE.plusDays(10)))
                .as("third request")
                .isEqualTo(DecisionLevel.SECRETARY);
        assertThat(town.task(finding, "userTask_decideExtension").getAssignee()).isEqualTo("ft-secretary");
        town.complete("ft-secretary", finding, "userTask_decideExtension", AGREE);

        town.at(DUE.plusDays(11), 9);
        assertThat(town.extend("ft-village", finding, DUE.plusDays(20)))
                .as("fourth and late")
                .isEqualTo(DecisionLevel.LEADING_GROUP);
        assertThat(town.findings.get(finding).originalDueOn()).isEqualTo(DUE);
        assertThat(town.findings.get(finding).extensions()).isEqualTo(2);

        var late = town.open(villageDue(DUE));
        town.at(DUE.plusDays(1), 0);
        assertThat(town.extend("ft-village", late, DUE.plusDays(10))).as("late").isEqualTo(DecisionLevel.SECRETARY);
    }

    @Test
    @Feature(28)
    @DisplayName("Asked for in time, but the due day passes undecided: the higher level decides, and the task is there")
    void aRequestThatGrowsLateWhileItWaitsGoesOneLevelHigher() {
        var finding = town.open(villageDue(DUE));
        town.timer(finding);
        town.timer(finding);
        assertThat(town.extend("ft-village", finding, DUE.plusDays(10))).isEqualTo(DecisionLevel.LEADER);
        assertThat(town.task(finding, "userTask_decideExtension").getAssignee()).isEqualTo("ft-leader");
        town.at(DUE.plusDays(1), 0);
        assertThat(refusal(() -> town.act("ft-leader", finding, "userTask_decideExtension", AGREE)))
                .as("before the morning's warning moved the task")
                .isEqualTo("延期应由上一级（党委书记）审批，您不是这次的审批人。");
        town.timer(finding);
        assertThat(town.task(finding, "userTask_decideExtension").getAssignee()).isEqualTo("ft-secretary");
        assertThat(town.extensions.pending(finding).orElseThrow().level()).isEqualTo(DecisionLevel.SECRETARY);
        town.complete("ft-secretary", finding, "userTask_decideExtension", AGREE);
        assertThat(town.findings.get(finding).dueOn()).isEqualTo(DUE.plusDays(10));
        assertThat(town.trail(finding)).contains("EXTENSION_RAISED system", "EXTENDED ft-secretary");
    }

    @Test
    @DisplayName("A township finding goes to the Secretary, late to the county, whose consultation is recorded")
    void whatABodyDecidesIsRecordedWithDayAndNumber() {
        var finding = town.open(town("CONDUCT"));
        town.findings.freezeBaseline("ft-clerk", town.round(), TOWN, Map.of(finding, DUE));
        assertThat(town.extend("ft-person", finding, DUE.plusDays(10))).isEqualTo(DecisionLevel.SECRETARY);
        town.complete("ft-secretary", finding, "userTask_decideExtension", RETURN);
        town.at(DUE.plusDays(1), 9);
        assertThat(town.extend("ft-portfolio", finding, DUE.plusDays(10))).isEqualTo(DecisionLevel.COUNTY);
        assertThat(town.task(finding, "userTask_decideExtension").getAssignee()).isNull();
        assertThat(refusal(() -> town.act("ft-office", finding, "userTask_decideExtension", AGREE)))
                .isEqualTo("请填写会商（研究）日期，不得晚于今天。");
        assertThat(refusal(() -> town.act(
                        "ft-office",
                        finding,
                        "userTask_decideExtension",
                        Map.of("answer", "RETURN", "reason", "不同意", "recordedOn", "2026-04-21"))))
                .isEqualTo("请填写会商记录（会议纪要）编号。");
        town.complete("ft-office", finding, "userTask_decideExtension", RECORDED);
        assertThat(town.findings.get(finding).dueOn()).isEqualTo(DUE.plusDays(10));
    }

    @Test
    void onlyThoseWhoKeepTheDayAskForALaterOne() {
        var finding = town.open(villageDue(DUE));
        for (var person : new String[] {"ft-portfolio", "ft-secretary", "ft-office", "ft-commission", "admin"}) {
            assertThat(refusal(() -> town.extend(person, finding, DUE.plusDays(5))))
                    .as(person)
                    .isEqualTo("延期只能由责任人员、责任领导或者整改办联络员申请。");
        }
        town.extend("ft-clerk", finding, DUE.plusDays(5));
        assertThat(refusal(() -> town.extend("ft-village", finding, DUE.plusDays(5))))
                .isEqualTo("这个问题已有一份延期申请正在审批，请等待审批结果。");
    }

    @Test
    void reasonAndDayHaveLimits() {
        var finding = town.open(villageDue(DUE));
        assertThat(refusal(() -> town.extensions.request("ft-village", finding, " 来不及做了请宽限几天吧 ", DUE.plusDays(5))))
                .isEqualTo("请写明延期理由，不少于15字。");
        assertThat(refusal(() -> town.extensions.request("ft-village", finding, REASON, null)))
                .isEqualTo("请填写延期后的时限。");
        assertThat(refusal(() -> town.extend("ft-village", finding, DUE))).isEqualTo("延期后的时限必须晚于今天和原时限。");
        assertThat(refusal(() -> town.extend("ft-village", finding, DUE.plusDays(31))))
                .isEqualTo("每次延期最多30天，新的时限不得晚于2026-05-20。");
        var near = town.open(villageDue(LocalDate.of(2026, 6, 1)));
        assertThat(refusal(() -> town.extend("ft-village", near, COMPLETE_BY.plusDays(1))))
                .isEqualTo("延期后的时限不得晚于集中整改完成日期2026-06-10；到期未完成的按持续整改办理。");
        var ordinary = town.open(villageDue(COMPLETE_BY));
        assertThat(refusal(() -> town.extend("ft-village", ordinary, COMPLETE_BY.plusDays(1))))
                .startsWith("整改时限已是集中整改完成日期2026-06-10，不能再延期");
        assertThat(town.extensions.of(ordinary)).isEmpty();
    }

    @Test
    @DisplayName("持续整改 may be extended beyond the completion date, within the limits")
    void whatIsContinuedMayBeExtendedFurther() {
        var finding = town.open(villageDue(COMPLETE_BY));
        town.at(COMPLETE_BY.plusDays(1), 8);
        town.timer(finding);
        town.timer(finding);
        town.timer(finding);
        town.complete(
                "ft-clerk", finding, "userTask_continueFinding", Map.of("reason", "土地确权未完成", "newDueOn", "2026-08-10"));
        town.complete("ft-leader", finding, "userTask_approveContinuation", AGREE);
        assertThat(town.state(finding)).isEqualTo(FindingState.CONTINUED);
        town.extend("ft-village", finding, LocalDate.of(2026, 9, 1));
        town.complete("ft-leader", finding, "userTask_decideExtension", AGREE);
        assertThat(town.findings.get(finding).dueOn()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(town.state(finding)).isEqualTo(FindingState.CONTINUED);
        assertThat(town.parked(finding).getDuedate()).isEqualTo(ShanghaiTime.appearanceDate(LocalDate.of(2026, 8, 12)));
    }

    @Test
    void noMoreThanThreeAreGranted() {
        var finding = town.open(villageDue(DUE));
        for (int time = 1; time <= 3; time++) {
            town.extend("ft-village", finding, DUE.plusDays(5L * time));
            town.complete(time < 3 ? "ft-leader" : "ft-secretary", finding, "userTask_decideExtension", AGREE);
        }
        assertThat(refusal(() -> town.extend("ft-village", finding, DUE.plusDays(20))))
                .isEqualTo("这个问题已延期3次，达到上限，不能再申请延期。");
    }

    @Test
    @DisplayName("Whoever asked, does the work or stands below never decides, whatever door they find")
    void nobodyDecidesAboutTheOwnDay() {
        var finding = town.open(villageDue(DUE));
        town.extend("ft-leader", finding, DUE.plusDays(5));
        assertThat(town.task(finding, "userTask_decideExtension").getAssignee())
                .as("the leader asked, so the Secretary decides")
                .isEqualTo("ft-secretary");
        for (var person : new String[] {"ft-leader", "ft-village", "ft-clerk", "ft-office", "admin"}) {
            assertThat(refusal(() -> town.extensions.decide(
                            person,
                            finding,
                            new org.rectification.finding.Extensions.Decision(true, "同意", null, null))))
                    .as(person)
                    .isEqualTo("延期应由上一级（党委书记）审批，您不是这次的审批人。");
        }
        assertThat(refusal(() ->
                        town.act("ft-secretary", finding, "userTask_decideExtension", Map.of("answer", "RETURN"))))
                .isEqualTo("请写明理由（1至1000字）。");
        town.complete("ft-secretary", finding, "userTask_decideExtension", AGREE);
        assertThat(refusal(() -> town.extensions.decide(
                        "ft-secretary",
                        finding,
                        new org.rectification.finding.Extensions.Decision(true, "同意", null, null))))
                .isEqualTo("这个问题没有待审批的延期申请。");
    }

    @Test
    void anOpenRequestFollowsTheLeaderAndEndsWithTheFinding() {
        var finding = town.open(villageDue(DUE));
        town.issuePlan();
        town.extend("ft-village", finding, DUE.plusDays(5));
        town.findings.assign("ft-clerk", finding, new Owners("ft-portfolio", "上坡村党支部", "ft-village"), "分工调整");
        assertThat(town.task(finding, "userTask_decideExtension").getAssignee()).isEqualTo("ft-portfolio");
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-portfolio", finding, "userTask_reviewResult", AGREE);
        town.complete(
                "ft-commission",
                finding,
                "userTask_verifyFinding",
                Map.of("verdict", "DONE", "reason", "已核验", "noSheetReason", "签名件已存档"));
        assertThat(town.state(finding)).isEqualTo(FindingState.STRUCK_OFF);
        assertThat(town.settled()).isTrue();
        assertThat(refusal(() -> town.extend("ft-village", finding, DUE.plusDays(9))))
                .contains("正在审批");
    }

    @Test
    @DisplayName("A plan issued later does not take a granted day back; there is never more than one parked timer")
    void aPlanIssuedLaterKeepsTheGrantedDay() {
        var finding = town.open(villageDue(DUE));
        town.extend("ft-village", finding, DUE.plusDays(20));
        town.complete("ft-leader", finding, "userTask_decideExtension", AGREE);
        town.findings.freezeBaseline("ft-clerk", town.round(), TOWN, Map.of(finding, DUE));
        assertThat(town.findings.get(finding).dueOn()).isEqualTo(DUE.plusDays(20));
        assertThat(town.management
                        .createJobQuery()
                        .processInstanceId(town.instance(finding))
                        .timers()
                        .count())
                .isEqualTo(1);
    }
}
