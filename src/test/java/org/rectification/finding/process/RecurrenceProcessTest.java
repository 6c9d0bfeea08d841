package org.rectification.finding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.finding.process.FindingTown.RESULT;
import static org.rectification.finding.process.FindingTown.TOWN;
import static org.rectification.finding.process.FindingTown.immediate;
import static org.rectification.finding.process.FindingTown.refusal;
import static org.rectification.finding.process.FindingTown.village;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.finding.FindingOrigin;
import org.rectification.finding.FindingState;
import org.rectification.finding.Owners;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Struck off stays struck off: what comes back is another finding, linked to the old one (S23). */
@FindingProcessTest
class RecurrenceProcessTest {

    private static final String FACTS = "复查发现第三季度低保评议结果又未公示。";
    private static final LocalDate FRESH = LocalDate.of(2026, 7, 31);
    private static final Map<String, ?> AGREE = Map.of("answer", "AGREE", "reason", "同意");
    private static final Map<String, ?> DONE = Map.of("verdict", "DONE", "reason", "已到现场核验", "noSheetReason", "签名件已存档");

    @Autowired
    private FindingTown town;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    private void strikeOff(String finding) {
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        town.complete("ft-commission", finding, "userTask_verifyFinding", DONE);
        assertThat(town.state(finding)).isEqualTo(FindingState.STRUCK_OFF);
    }

    private String struckOff() {
        var finding = town.open(village());
        town.issuePlan();
        strikeOff(finding);
        return finding;
    }

    private String row(String finding) {
        return town.jdbc
                .sql("select row_to_json(f)::text from rectification.finding f where id = ?")
                .param(finding)
                .query(String.class)
                .single();
    }

    @Test
    @Feature(47)
    @Clause("S23")
    void aRecurrenceIsALinkedNewFindingCountedAsReboundAndTheClosedDatesStay() {
        var old = struckOff();
        var before = row(old);
        assertThat(town.settled()).isTrue();
        var fresh = town.recurrences.open("ft-commission", old, FACTS, FRESH);
        town.runJobs();

        assertThat(row(old)).isEqualTo(before);
        var facts = town.findings.get(fresh).facts();
        assertThat(facts.number()).isEqualTo("反弹1");
        assertThat(facts.title()).isEqualTo("低保评议不公开");
        assertThat(facts.problem()).isEqualTo(FACTS);
        assertThat(town.findings.get(fresh).owners()).contains(new Owners("ft-leader", "上坡村党支部（演示）", "ft-village"));
        assertThat(town.task(fresh, "userTask_rectifyFinding").getAssignee()).isEqualTo("ft-village");
        assertThat(town.task(fresh, "userTask_rectifyFinding").getDueDate()).isEqualTo(ShanghaiTime.dueDate(FRESH));
        assertThat(facts.subLedgerId())
                .isNotEqualTo(town.findings.get(old).facts().subLedgerId());
        var rebounds = town.findings.addedCounts(town.round(), TOWN, FindingOrigin.RECURRENCE);
        assertThat(List.of(rebounds.total(), rebounds.unsettled())).containsExactly(1, 1);
        assertThat(town.findings.counts(town.round(), TOWN).total()).isEqualTo(1);
        assertThat(town.trail(old)).last().isEqualTo("RECURRED ft-commission");
        assertThat(town.trail(fresh)).containsExactly("FINDING_ADDED ft-commission");

        strikeOff(fresh);
        assertThat(town.settled())
                .as("its own list is settled, nothing is left in the engine")
                .isTrue();
        assertThat(town.recurrences.open("ft-office", old, FACTS, FRESH)).isNotNull();
    }

    @Test
    @Clause("S23")
    void onlySupervisorsOpenOneAndOnlyWithFactsAndAFreshDate() {
        var old = struckOff();
        for (var person : new String[] {"ft-village", "ft-leader", "ft-secretary", "ft-clerk", "ft-cadre", "admin"}) {
            assertThat(refusal(() -> town.recurrences.open(person, old, FACTS, FRESH)))
                    .as(person)
                    .isEqualTo("复发问题只能由巡察办、纪检监察室或者镇纪委登记。");
        }
        assertThat(refusal(() -> town.recurrences.open("ft-office", old, "又犯了", FRESH)))
                .isEqualTo("请写明复发（反弹）的事实，不少于15字。");
        assertThat(refusal(() -> town.recurrences.open("ft-office", old, FACTS, LocalDate.of(2026, 3, 10))))
                .isEqualTo("请填写新问题的整改时限，晚于今天且不超过一年。");
        town.recurrences.open("ft-office", old, FACTS, FRESH);
        assertThat(refusal(() -> town.recurrences.open("ft-discipline", old, FACTS, FRESH)))
                .isEqualTo("这个问题已登记复发，复发的问题尚未办结，不能重复登记。");
        var open = town.open(village());
        assertThat(refusal(() -> town.recurrences.open("ft-office", open, FACTS, FRESH)))
                .contains("复发只针对已销号的问题");
    }

    @Test
    @Clause("S23")
    @DisplayName("After archiving it has a life of its own and the archived case is left alone")
    void afterArchivingItHasALifeOfItsOwn() {
        var old = struckOff();
        town.jdbc
                .sql(
                        """
                        insert into rectification.archive (round_id, organisation_id, archive_number, confirmed_by, confirmed_at)
                        values (?, ?, '归档〔2026〕1号', 'ft-office', '2026-09-01T00:00Z')""")
                .params(town.round(), TOWN)
                .update();
        var fresh = town.recurrences.open("ft-discipline", old, FACTS, FRESH);
        town.runJobs();
        assertThat(row(fresh)).contains("\"recurred_after_archiving\":true");
        strikeOff(fresh);
        assertThat(town.settled()).isTrue();
    }

    @Test
    @Clause("S23")
    void ownersWhoHaveLeftAreReplacedByThoseOfToday() {
        var old = struckOff();
        town.jdbc
                .sql(
                        "insert into rectification.person values ('ft-gone', '离任（演示）', '原村书记', ?, false) on conflict do nothing")
                .param(TOWN)
                .update();
        town.jdbc
                .sql("update rectification.finding set responsible_person = 'ft-gone' where id = ?")
                .param(old)
                .update();
        var fresh = town.recurrences.open("ft-office", old, FACTS, FRESH);
        assertThat(town.findings.get(fresh).owners().orElseThrow().person()).isEqualTo("ft-village");
    }

    @Test
    @Clause("S23")
    void theDatabaseItselfReopensNothing() {
        var old = struckOff();
        assertThatThrownBy(() -> town.jdbc
                        .sql(
                                "update rectification.finding set state = 'IN_PROGRESS', struck_off_at = null where id = ?")
                        .param(old)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @Feature(20)
    @Clause("S24")
    void anImmediateFindingReachesVerificationWithoutWaitingForThePlan() {
        var due = LocalDate.of(2026, 3, 24);
        var finding = town.open(immediate(due));
        assertThat(town.task(finding, "userTask_rectifyFinding").getDueDate()).isEqualTo(ShanghaiTime.dueDate(due));
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", AGREE);
        assertThat(town.state(finding)).isEqualTo(FindingState.VERIFICATION);
        assertThat(town.findings.get(finding).inBaseline()).isFalse();
        town.complete("ft-commission", finding, "userTask_verifyFinding", DONE);
        assertThat(town.state(finding)).as("verified, waiting for the plan").isEqualTo(FindingState.VERIFICATION);
        town.issuePlan();
        town.runJobs();
        assertThat(town.state(finding)).isEqualTo(FindingState.STRUCK_OFF);
    }

    @Test
    @Clause("S04")
    @DisplayName("勘误: text is corrected before the plan is issued, the old one stays in the trail; afterwards refused")
    void textIsCorrectedBeforeThePlanOnly() {
        var finding = town.open(village());
        var fixed = new org.rectification.finding.Corrections.Text("低保评议不公开", "低保评议结果两次未公示。", "立即公示。");
        for (var person : new String[] {"ft-clerk", "ft-secretary", "ft-discipline", "admin"}) {
            assertThat(refusal(() -> town.corrections.correct(person, finding, fixed, "笔误")))
                    .as(person)
                    .isEqualTo("问题文字的勘误只能由市委巡察办办理。");
        }
        assertThat(refusal(() -> town.corrections.correct("ft-office", finding, fixed, " ")))
                .isEqualTo("请写明理由（1至1000字）。");
        town.corrections.correct("ft-office", finding, fixed, "原文漏写次数");
        assertThat(town.findings.get(finding).facts().problem()).isEqualTo("低保评议结果两次未公示。");
        assertThat(town.jdbc
                        .sql(
                                """
                                select before ->> 'problem' || '|' || (after ->> 'problem') || '|' || note from rectification.event
                                 where finding_id = ? and kind = 'CORRECTED'""")
                        .param(finding)
                        .query(String.class)
                        .single())
                .isEqualTo("低保评议结果未公示。|低保评议结果两次未公示。|原文漏写次数");
        assertThat(town.tasks
                        .getVariable(
                                town.task(finding, "userTask_rectifyFinding").getId(), "view")
                        .toString())
                .contains("低保评议结果两次未公示。");
        assertThat(refusal(() -> town.corrections.correct("ft-office", finding, fixed, "再改")))
                .isEqualTo("文字没有变化，无需勘误。");
        town.issuePlan();
        assertThat(refusal(() -> town.corrections.correct("ft-office", finding, fixed, "再改")))
                .isEqualTo("整改方案已经印发，问题文字不能再作勘误。");
    }
}
