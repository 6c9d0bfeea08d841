package org.rectification.finding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.rectification.finding.process.FindingTown.COMPLETE_BY;
import static org.rectification.finding.process.FindingTown.TOWN;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.finding.AddedFinding;
import org.rectification.finding.AddedFindings;
import org.rectification.finding.FindingOrigin;
import org.rectification.finding.FindingState;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.support.Clause;
import org.springframework.beans.factory.annotation.Autowired;

/** A finding that is added to a running case lives like every other one, and is counted by itself. */
@FindingProcessTest
class AddedFindingsProcessTest {

    @Autowired
    FindingTown town;

    @Autowired
    AddedFindings added;

    private String stated;

    @BeforeEach
    void opened() {
        stated = town.open(FindingTown.town("CONDUCT"));
        town.jdbc
                .sql("update rectification.inspected_organisation set feedback_held_at = ? where round_id = ?")
                .params(java.time.OffsetDateTime.parse("2026-03-10T02:00Z"), town.round())
                .update();
    }

    @Test
    @Clause("S27")
    void selfFoundFindingHasItsOwnNumberListAndWork() {
        var entered = add(FindingOrigin.SELF_FOUND, "ft-v1");
        assertThat(entered.number()).isEqualTo("自查1");
        assertThat(add(FindingOrigin.SELF_FOUND, null).number()).isEqualTo("自查2");
        town.runJobs();

        var finding = town.findings.get(entered.findingId());
        assertThat(finding.facts().villageCode()).isEqualTo("ft-v1");
        assertThat(finding.facts().openedOn()).isEqualTo(FindingTown.FEEDBACK);
        assertThat(finding.owners().orElseThrow().person()).isEqualTo("ft-village");
        assertThat(town.tasks
                        .createTaskQuery()
                        .taskAssignee("ft-village")
                        .processVariableValueEquals("findingId", entered.findingId())
                        .list())
                .singleElement()
                .satisfies(task -> assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_rectifyFinding"));
        assertThat(town.jdbc
                        .sql("select kind from rectification.event where finding_id = ? order by id")
                        .param(entered.findingId())
                        .query(String.class)
                        .list())
                .startsWith("FINDING_ADDED");
    }

    @Test
    @Clause("S27")
    void whatWasAddedNeverMixesIntoTheInspectionsFindings() {
        add(FindingOrigin.SELF_FOUND, null);
        add(FindingOrigin.RECURRENCE, null);
        assertThat(town.findings.counts(town.round(), TOWN).total()).isEqualTo(1);
        assertThat(town.findings
                        .addedCounts(town.round(), TOWN, FindingOrigin.SELF_FOUND)
                        .of(FindingState.REGISTERED))
                .isEqualTo(1);
        assertThat(town.findings
                        .addedCounts(town.round(), TOWN, FindingOrigin.RECURRENCE)
                        .total())
                .isEqualTo(1);
        assertThat(town.subLedgers.ids(town.round(), TOWN))
                .as("lists that the feedback opened")
                .hasSize(2);
    }

    @Test
    @Clause("S17")
    void everythingIsSettledOnlyWithTheAddedFindingToo() {
        var id = add(FindingOrigin.SELF_FOUND, null).findingId();
        settle(stated);
        assertThat(town.subLedgers.allSettled(town.round(), TOWN)).isFalse();
        settle(id);
        assertThat(town.subLedgers.allSettled(town.round(), TOWN)).isTrue();
    }

    @Test
    void eachWrongFieldIsNamed() {
        var refused = catchThrowableOfType(
                Refusal.class,
                () -> added.add(
                        "ft-clerk",
                        new AddedFinding(FindingOrigin.SELF_FOUND, stated, "elsewhere", " ", "", null, null)));
        assertThat(refused.violations())
                .extracting(Violation::field)
                .containsExactly("title", "problem", "village", "dueOn");
        assertThat(town.findings
                        .addedCounts(town.round(), TOWN, FindingOrigin.SELF_FOUND)
                        .total())
                .isZero();
    }

    @Test
    void nothingSelfFoundIsAddedToAnArchivedCase() {
        town.jdbc
                .sql("update rectification.inspected_organisation set archived_at = ? where round_id = ?")
                .params(java.time.OffsetDateTime.parse("2026-08-10T02:00Z"), town.round())
                .update();
        assertThatThrownBy(() -> add(FindingOrigin.SELF_FOUND, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已经归档");
    }

    private AddedFindings.Entered add(FindingOrigin origin, String village) {
        return added.add("ft-clerk", new AddedFinding(origin, stated, village, "同类问题", "自查发现同类问题。", null, dueOn()));
    }

    private static LocalDate dueOn() {
        return COMPLETE_BY.minusDays(10);
    }

    private void settle(String findingId) {
        town.jdbc
                .sql(
                        """
                        update rectification.finding set state = 'LONG_TERM', verdict = 'LONG_TERM', verified_by = 'ft-office',
                            consented_by = 'ft-office', next_review_on = ? where id = ?""")
                .params(COMPLETE_BY, findingId)
                .update();
        town.jdbc
                .sql("select sub_ledger_id from rectification.finding where id = ?")
                .param(findingId)
                .query(String.class)
                .list()
                .forEach(town.subLedgers::settle);
        town.subLedgers.ids(town.round(), TOWN).forEach(list -> {
            if (town.findings.countsOf(list).unsettled() == 0) {
                town.subLedgers.settle(list);
            }
        });
    }
}
