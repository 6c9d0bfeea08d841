package org.rectification.finding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.finding.process.FindingTown.RESULT;
import static org.rectification.finding.process.FindingTown.TOWN;
import static org.rectification.finding.process.FindingTown.refusal;
import static org.rectification.finding.process.FindingTown.town;
import static org.rectification.finding.process.FindingTown.village;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.finding.FindingState;
import org.rectification.finding.NewFinding;
import org.rectification.finding.Owners;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** The ledger's side of findings, on PostgreSQL. */
@FindingProcessTest
class FindingsProcessTest {

    @Autowired
    private FindingTown town;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("S10, S17: one list for the township and one per village, split above 100 findings")
    void listsAreSplitAboveAHundredFindings() {
        town.open(village());
        var numbered = IntStream.rangeClosed(2, 201)
                .mapToObj(number -> numbered(town("CONDUCT"), number))
                .toList();
        emptied(town.round());
        var ids = town.findings.register(town.round(), TOWN, numbered);

        var lists = town.subLedgers.ids(town.round(), TOWN);
        assertThat(lists.stream().map(list -> town.findings.idsOf(list).size())).containsExactly(100, 100, 0);
        assertThat(town.findings.idsOf(town.round(), TOWN)).isEqualTo(ids);
        assertThat(town.findings.counts(town.round(), TOWN).of(FindingState.REGISTERED))
                .isEqualTo(200);
        town.subLedgers.settle(lists.get(2));
        assertThat(town.subLedgers.allSettled(town.round(), TOWN)).isFalse();
        assertThatThrownBy(() -> town.subLedgers.settle(lists.get(0))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aVillageOutsideTheCaseIsAMistake() {
        town.open(village());
        var elsewhere = new NewFinding(
                "9",
                "标题",
                "VILLAGE",
                "elsewhere",
                "CONDUCT",
                null,
                "INSPECTION",
                null,
                null,
                "问题",
                "",
                false,
                null,
                null,
                false,
                List.of("IDEOLOGY"),
                "TEAM",
                "OTHER",
                LocalDate.of(2026, 6, 10));
        assertThatThrownBy(() -> town.findings.register(town.round(), TOWN, List.of(elsewhere)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("S16: owners by village and portfolio from the first day")
    void ownersComeFromVillageAndPortfolio() {
        var inVillage = town.findings.get(town.open(village())).owners();
        assertThat(inVillage).contains(new Owners("ft-leader", "上坡村党支部（演示）", "ft-village"));
        var inTown = town.findings.get(town.open(town("CONDUCT"))).owners();
        assertThat(inTown).contains(new Owners("ft-portfolio", "办公室", "ft-person"));
        var nobodys = town.findings.get(town.open(town("PARTY_LINE"))).owners();
        assertThat(nobodys).contains(new Owners("ft-secretary", "办公室", "ft-clerk"));
    }

    @Test
    void ownersBelongToTheOrganisation() {
        var finding = town.open(village());
        assertThat(refusal(() ->
                        town.findings.assign("ft-clerk", finding, new Owners("ft-office", "党政办", "ft-person"), "分工")))
                .isEqualTo("责任领导和责任人员必须是本单位在职人员。");
        assertThat(refusal(() ->
                        town.findings.assign("ft-clerk", finding, new Owners("ft-leader", " ", "ft-person"), "分工")))
                .isEqualTo("请填写责任党支部（办、站、所）。");
    }

    @Test
    void countsTellLateAndReturnedApart() {
        var finding = town.open(village());
        town.findings.plan("ft-clerk", finding);
        assertThat(town.state(finding)).isEqualTo(FindingState.PLANNED);
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", Map.of("answer", "RETURN", "reason", "未到位"));
        var counts = town.findings.counts(town.round(), TOWN);
        assertThat(List.of(counts.total(), counts.unsettled(), counts.overdue(), counts.returned()))
                .containsExactly(1, 1, 0, 1);
        town.at(LocalDate.of(2026, 6, 10), 23);
        assertThat(town.findings.counts(town.round(), TOWN).overdue()).isZero();
        town.at(LocalDate.of(2026, 6, 11), 0);
        assertThat(town.findings.counts(town.round(), TOWN).overdue()).isEqualTo(1);
    }

    @Test
    @DisplayName("A plan that brings a due day forward moves the parked timer and the task with it")
    void aPlannedDayMovesTimerAndTask() {
        var finding = town.open(village());
        town.findings.freezeBaseline("ft-clerk", town.round(), TOWN, Map.of(finding, LocalDate.of(2026, 4, 20)));
        assertThat(town.parked(finding).getDuedate())
                .isEqualTo(org.rectification.deadline.ShanghaiTime.appearanceDate(LocalDate.of(2026, 3, 31)));
        assertThat(town.task(finding, "userTask_rectifyFinding").getDueDate())
                .isEqualTo(org.rectification.deadline.ShanghaiTime.dueDate(LocalDate.of(2026, 4, 20)));
    }

    @Test
    @DisplayName("The database itself refuses a strike-off or a verdict that no code should ever write")
    void theDatabaseIsTheLastLineOfDefence() {
        var finding = town.open(village());
        town.complete("ft-village", finding, "userTask_rectifyFinding", RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", Map.of("answer", "AGREE"));
        for (var change : List.of(
                "state = 'STRUCK_OFF', struck_off_at = '2026-05-01T00:00Z'",
                "verified_by = 'ft-village'",
                "verified_by = 'ft-leader'",
                "state = 'LONG_TERM'")) {
            assertThatThrownBy(() -> town.jdbc
                            .sql("update rectification.finding set " + change + " where id = ?")
                            .param(finding)
                            .update())
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private static NewFinding numbered(NewFinding like, int number) {
        return new NewFinding(
                String.valueOf(number),
                like.title(),
                like.level(),
                like.villageCode(),
                like.area(),
                null,
                like.source(),
                null,
                null,
                like.problem(),
                like.opinion(),
                false,
                null,
                null,
                false,
                List.of(),
                like.addressee(),
                like.topic(),
                like.dueOn());
    }

    /** The product never removes a finding; here the database is told to look away. */
    private void emptied(String round) {
        town.transaction.executeWithoutResult(status -> {
            town.jdbc.sql("set local session_replication_role = replica").update();
            for (var table : List.of("finding", "sub_ledger")) {
                town.jdbc
                        .sql("delete from rectification." + table + " where round_id = ?")
                        .param(round)
                        .update();
            }
        });
    }
}
