package org.rectification.finding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.finding.process.FindingTown.RESULT;
import static org.rectification.finding.process.FindingTown.refusal;
import static org.rectification.finding.process.FindingTown.town;
import static org.rectification.finding.process.FindingTown.village;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.finding.FindingState;
import org.springframework.beans.factory.annotation.Autowired;

@FindingProcessTest
class FindingRefusalsProcessTest {

    private static final Map<String, ?> AGREE = Map.of("answer", "AGREE", "reason", "同意");
    private static final Map<String, ?> DONE =
            Map.of("verdict", "DONE", "reason", "已到现场核验", "noSheetReason", "村部当日停电，签名件次日补扫");
    private static final String NOT_YOUR_OWN = "问题的责任人和整改结果的办理人、审核人、代填人不能核验同一问题，请由其他有权人员核验。";

    @Autowired
    private FindingTown town;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName(
            "Row 41: doer and reviewer are refused even where the task was handed to them, and so is the administrator")
    void nobodyVerifiesTheirOwnFinding() {
        var finding = underVerification();
        for (var person : List.of("ft-village", "ft-leader")) {
            town.tasks.setAssignee(town.task(finding, "userTask_verifyFinding").getId(), person);
            assertThat(refusal(() -> town.act(person, finding, "userTask_verifyFinding", DONE)))
                    .isEqualTo(NOT_YOUR_OWN);
        }
        town.tasks.setAssignee(town.task(finding, "userTask_verifyFinding").getId(), "admin");
        assertThat(refusal(() -> town.act("admin", finding, "userTask_verifyFinding", DONE)))
                .isEqualTo("您不承担这个问题的核验职责，应由镇纪委办理。");
        assertThat(town.state(finding)).isEqualTo(FindingState.VERIFICATION);
        assertThat(town.trail(finding)).noneMatch(event -> event.startsWith("VERIFIED"));
    }

    @Test
    @DisplayName("Row 41: who filled in for another cannot verify it through any task")
    void whoFilledInNeverVerifies() {
        var finding = town.open(village());
        var entry = new HashMap<String, Object>(RESULT);
        entry.put("filledInFor", "上坡村张三");
        town.tasks.setAssignee(town.task(finding, "userTask_rectifyFinding").getId(), "ft-commission");
        town.complete("ft-commission", finding, "userTask_rectifyFinding", entry);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        assertThat(town.task(finding, "userTask_verifyFinding").getAssignee())
                .as("the township's commission gives way to the county")
                .isNull();
        town.tasks.setAssignee(town.task(finding, "userTask_verifyFinding").getId(), "ft-commission");
        assertThat(refusal(() -> town.act("ft-commission", finding, "userTask_verifyFinding", DONE)))
                .isEqualTo(NOT_YOUR_OWN);
        town.tasks.setAssignee(town.task(finding, "userTask_verifyFinding").getId(), "ft-discipline");
        town.complete("ft-discipline", finding, "userTask_verifyFinding", DONE);
        assertThat(town.trail(finding)).contains("VERIFIED ft-discipline");
    }

    @Test
    @DisplayName("S15: punishing subordinates alone is refused for a township finding, and the task stays open")
    void accountabilityOfSubordinatesIsRefused() {
        var finding = town.open(town("CONDUCT"));
        var entry = new HashMap<String, Object>(RESULT);
        entry.put("measures", List.of(Map.of("text", "批评两名下属", "kind", "NOW", "accountabilityOnly", true)));
        assertThat(refusal(() -> town.act("ft-person", finding, "userTask_rectifyFinding", entry)))
                .isEqualTo("镇级问题不能以简单问责下级代替本级整改，请补充本级整改措施。");
        assertThat(town.openTasks(finding)).containsExactly("userTask_rectifyFinding");
    }

    @Test
    void anEntryThatFitsNoFormIsRefusedByName() {
        var finding = town.open(village());
        var unknown = new HashMap<String, Object>(RESULT);
        unknown.put("verdict", "DONE");
        assertThat(refusal(() -> town.act("ft-village", finding, "userTask_rectifyFinding", unknown)))
                .isEqualTo("表单中没有这个栏目：verdict。");
        assertThat(refusal(() -> town.act("ft-village", finding, "userTask_rectifyFinding", Map.of())))
                .isEqualTo("请填写整改结果。");
    }

    @Test
    @DisplayName("S31: the clerk who proposes a new date does not approve it")
    void nobodyApprovesTheirOwnContinuation() {
        var finding = town.open(village());
        for (int rung = 0; rung < 3; rung++) {
            town.timer(finding);
        }
        assertThat(refusal(() -> town.act(
                        "ft-clerk",
                        finding,
                        "userTask_continueFinding",
                        Map.of("reason", "诉讼未结", "newDueOn", "2026-06-11"))))
                .isEqualTo("新的完成时限必须晚于今天和原时限。");
        town.complete(
                "ft-clerk", finding, "userTask_continueFinding", Map.of("reason", "诉讼未结", "newDueOn", "2026-09-30"));
        town.tasks.setAssignee(
                town.task(finding, "userTask_approveContinuation").getId(), "ft-clerk");
        assertThat(refusal(() -> town.act("ft-clerk", finding, "userTask_approveContinuation", AGREE)))
                .isEqualTo("延长整改应由上一级审批，您不是这次的审批人。");
    }

    @Test
    @DisplayName("A plan issued while a verdict is being given never leaves the finding waiting")
    void planAndVerdictAtTheSameMomentLoseNoWakeUp() throws Exception {
        var finding = underVerification();
        var issued = town.transaction.execute(status -> {
            town.act("ft-commission", finding, "userTask_verifyFinding", DONE);
            var other = CompletableFuture.runAsync(town::issuePlan);
            awaitBlocked();
            return other;
        });
        issued.get(30, TimeUnit.SECONDS);
        town.runJobs();
        assertThat(town.state(finding)).isEqualTo(FindingState.STRUCK_OFF);
    }

    @Test
    @DisplayName("A verdict given while the plan is being issued sees the plan")
    void aVerdictWaitsForThePlanThatIsBeingIssued() throws Exception {
        var finding = underVerification();
        var verdict = town.transaction.execute(status -> {
            town.issuePlan();
            var other = CompletableFuture.runAsync(
                    () -> town.act("ft-commission", finding, "userTask_verifyFinding", DONE));
            awaitBlocked();
            return other;
        });
        verdict.get(30, TimeUnit.SECONDS);
        town.runJobs();
        assertThat(town.state(finding)).isEqualTo(FindingState.STRUCK_OFF);
    }

    private String underVerification() {
        var finding = town.open(village());
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        return finding;
    }

    /** Until the other transaction stands before a lock of ours. */
    private void awaitBlocked() {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (town.jdbc
                        .sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).as("nobody waits for the row lock").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
