package org.rectification.finding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.finding.process.FindingTown.RESULT;
import static org.rectification.finding.process.FindingTown.TOWN;
import static org.rectification.finding.process.FindingTown.petition;
import static org.rectification.finding.process.FindingTown.refusal;
import static org.rectification.finding.process.FindingTown.village;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.finding.FindingOrigin;
import org.rectification.finding.FindingState;
import org.rectification.finding.NewFinding;
import org.rectification.support.Clause;
import org.rectification.support.FlowCoverage;
import org.springframework.beans.factory.annotation.Autowired;

/** The long-term list: what stands on it comes back on its day, and nothing waits for it. */
@FindingProcessTest
@Clause("S26")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongTermFollowUpProcessTest {

    private static final String REVIEW = "userTask_reviewLongTerm";
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final Map<String, ?> AGREE = Map.of("answer", "AGREE", "reason", "同意");

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
        assertThat(coverage.missedIn("bpmn/long-term-follow-up.bpmn")).isEmpty();
    }

    private String longTerm(NewFinding kind) {
        var finding = town.open(kind);
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        if (town.task(finding, "userTask_reviewResult") != null) {
            town.complete("ft-portfolio", finding, "userTask_reviewResult", AGREE);
        }
        town.complete(
                "ft-commission",
                finding,
                "userTask_verifyFinding",
                Map.of(
                        "verdict", "LONG_TERM",
                        "reason", "制度需要时间",
                        "nextReviewOn", FIRST.toString(),
                        "noSheetReason", "签名件已存档"));
        if (town.task(finding, "userTask_confirmVerification") != null) {
            town.complete("ft-discipline", finding, "userTask_confirmVerification", AGREE);
        }
        town.complete("ft-office", finding, "userTask_consentLongTerm", AGREE);
        assertThat(town.state(finding)).isEqualTo(FindingState.LONG_TERM);
        return finding;
    }

    private static Map<String, Object> concluded(String conclusion, String... more) {
        var entry = new HashMap<String, Object>(Map.of("conclusion", conclusion, "reason", "现场复查，低保评议又有两期没有公示。"));
        for (int i = 0; i < more.length; i += 2) {
            entry.put(more[i], more[i + 1]);
        }
        return entry;
    }

    @Test
    @DisplayName(
            "Comes back to the verifying body at 08:00 of its day and goes on with another day; nothing waits for it")
    void goesOnWithAnotherDay() {
        var finding = longTerm(village());
        assertThat(town.listsSettled()).isTrue();
        assertThat(town.openTasks(finding)).isEmpty();
        assertThat(town.parked(finding, "event_reviewDue").getDuedate()).isEqualTo(ShanghaiTime.appearanceDate(FIRST));
        town.reviewComes(finding);
        assertThat(town.task(finding, REVIEW).getAssignee()).isEqualTo("ft-commission");
        assertThat(town.task(finding, REVIEW).getDueDate()).isEqualTo(ShanghaiTime.dueDate(FIRST));
        assertThat(refusal(() -> town.act("ft-commission", finding, REVIEW, concluded("GOES_ON"))))
                .isEqualTo("继续坚持的，必须填写今天以后的下次复查日期。");
        assertThat(refusal(() -> town.act("ft-commission", finding, REVIEW, Map.of("reason", "复查"))))
                .isEqualTo("请选择复查结论。");
        town.complete("ft-commission", finding, REVIEW, concluded("GOES_ON", "nextReviewOn", "2027-06-01"));
        assertThat(town.parked(finding, "event_reviewDue").getDuedate())
                .isEqualTo(ShanghaiTime.appearanceDate(LocalDate.of(2027, 6, 1)));
        assertThat(town.state(finding)).isEqualTo(FindingState.LONG_TERM);
    }

    @Test
    @Clause("S22")
    @DisplayName("Struck off from the list only with the issued plan as its baseline")
    void isStruckOffWithItsBaseline() {
        var finding = longTerm(village());
        town.reviewComes(finding);
        assertThat(refusal(() -> town.act("ft-commission", finding, REVIEW, concluded("DONE"))))
                .isEqualTo("整改方案尚未印发，不能销号。");
        town.findings.freezeBaseline("ft-clerk", town.round(), TOWN, Map.of());
        town.complete("ft-commission", finding, REVIEW, concluded("DONE"));
        assertThat(town.state(finding)).isEqualTo(FindingState.STRUCK_OFF);
        assertThat(town.settled()).isTrue();
    }

    @Test
    @Clause("S36")
    @DisplayName(
            "R3: where discipline supervision confirmed the verdict it confirms the strike-off, or sets another day")
    void aSensitiveOneIsConfirmed() {
        var finding = longTerm(petition());
        town.findings.freezeBaseline("ft-clerk", town.round(), TOWN, Map.of());
        town.reviewComes(finding);
        town.complete("ft-commission", finding, REVIEW, concluded("DONE"));
        assertThat(town.openTasks(finding)).containsExactly("userTask_confirmLongTermReview");
        assertThat(town.state(finding)).as("until then it stays on the list").isEqualTo(FindingState.LONG_TERM);
        assertThat(refusal(() -> town.act(
                        "ft-discipline",
                        finding,
                        "userTask_confirmLongTermReview",
                        Map.of("answer", "RETURN", "reason", "再看半年"))))
                .isEqualTo("继续坚持的，必须填写今天以后的下次复查日期。");
        town.complete(
                "ft-discipline",
                finding,
                "userTask_confirmLongTermReview",
                Map.of("answer", "RETURN", "reason", "再看半年", "nextReviewOn", "2027-06-01"));
        town.reviewComes(finding);
        town.complete("ft-commission", finding, REVIEW, concluded("DONE"));
        town.complete("ft-discipline", finding, "userTask_confirmLongTermReview", AGREE);
        assertThat(town.state(finding)).isEqualTo(FindingState.STRUCK_OFF);
        assertThat(town.settled()).isTrue();
    }

    @Test
    @Clause("S23")
    @DisplayName("Fallen back: a linked new finding with its own process; this one stays on the list with another day")
    void aRelapseOpensALinkedFinding() {
        var finding = longTerm(village());
        town.findings.freezeBaseline("ft-clerk", town.round(), TOWN, Map.of());
        town.reviewComes(finding);
        assertThat(refusal(() -> town.act(
                        "ft-commission", finding, REVIEW, concluded("FALLEN_BACK", "nextReviewOn", "2027-06-01"))))
                .isEqualTo("请填写新问题的整改时限，晚于今天且不超过一年。");
        town.complete(
                "ft-commission",
                finding,
                REVIEW,
                concluded("FALLEN_BACK", "nextReviewOn", "2027-06-01", "newDueOn", "2027-02-01"));
        var fresh = town.recurrenceOf(finding);
        assertThat(town.state(fresh)).isEqualTo(FindingState.IN_PROGRESS);
        assertThat(town.task(fresh, "userTask_rectifyFinding").getAssignee()).isEqualTo("ft-village");
        assertThat(town.state(finding)).isEqualTo(FindingState.LONG_TERM);
        assertThat(town.parked(finding, "event_reviewDue").getDuedate())
                .isEqualTo(ShanghaiTime.appearanceDate(LocalDate.of(2027, 6, 1)));
        assertThat(town.findings
                        .addedCounts(town.round(), TOWN, FindingOrigin.RECURRENCE)
                        .total())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("S22, R4: no hand in the result, no other body and no administrator reviews")
    void theReviewIsAsIndependentAsTheVerdict() {
        var finding = longTerm(village());
        town.reviewComes(finding);
        for (var person : new String[] {"ft-village", "ft-leader"}) {
            assertThat(refusal(() -> town.review(person, finding))).as(person).contains("不能核验同一问题");
        }
        for (var person : new String[] {"ft-office", "admin", "ft-clerk"}) {
            assertThat(refusal(() -> town.review(person, finding))).as(person).startsWith("您不承担这个问题的核验职责");
        }
        assertThat(town.state(finding)).isEqualTo(FindingState.LONG_TERM);
    }
}
