package org.rectification.finding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.warning.DailyWatch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the daily look makes of findings that stay late (R25, S47). */
@FindingProcessTest
@Feature(30)
class LateFindingsProcessTest {

    private static final LocalDate DUE = LocalDate.of(2026, 5, 1);

    @Autowired
    private FindingTown town;

    @Autowired
    private DailyWatch watch;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void reset() {
        ClockUtil.reset();
    }

    @Test
    @Clause("S47")
    @DisplayName(
            "R25: 7 days late the verifying body and the inspection office hear of it, after 15 it is a suggestion")
    void supervisorsThenAccountability() {
        var finding = town.open(FindingTown.villageDue(DUE));
        for (int rung = 0; rung < 3; rung++) {
            town.timer(finding);
        }
        look(6);
        assertThat(town.warnings(finding))
                .as("red was raised by its own watch, once")
                .hasSize(3);

        look(7);
        look(14);
        assertThat(town.warnings(finding)).hasSize(4);
        assertThat(recipients(finding, "SUPERVISORS"))
                .as("route-finding names the township discipline commission for a village finding")
                .contains("ft-commission", "ft-office")
                .doesNotContain("ft-village", "ft-secretary", "ft-cadre");
        assertThat(suggestions(finding)).isEmpty();

        look(15);
        look(16);
        assertThat(recipients(finding, "ACCOUNTABILITY")).contains("ft-commission", "ft-office");
        assertThat(suggestions(finding)).containsExactly("OVERDUE due 2026-05-01");
        assertThat(town.warnings(finding)).hasSize(5);
    }

    @Test
    @DisplayName("After downtime the highest rung is raised, and no lower one is made up for")
    void afterDowntimeTheHighestRungOnly() {
        var finding = town.open(FindingTown.villageDue(DUE));
        look(20);
        look(21);
        assertThat(kinds(finding)).containsExactly("ACCOUNTABILITY");
        assertThat(suggestions(finding)).hasSize(1);
    }

    @Test
    @Clause("S31")
    @DisplayName("A finding that waits for reason and new date at its completion date climbs on; the new date stops it")
    void whatWaitsForANewDateClimbsOn() {
        var finding = town.open(FindingTown.village());
        for (int rung = 0; rung < 3; rung++) {
            town.timer(finding);
        }
        assertThat(town.openTasks(finding)).contains("userTask_continueFinding");
        var due = town.findings.get(finding).dueOn();
        lookOn(due.plusDays(7));
        assertThat(kinds(finding)).endsWith("RED", "SUPERVISORS");

        town.complete(
                "ft-clerk",
                finding,
                "userTask_continueFinding",
                Map.of("reason", "确权诉讼未结", "newDueOn", due.plusDays(40).toString()));
        town.complete("ft-leader", finding, "userTask_approveContinuation", FindingRectificationProcessTest.AGREE);
        lookOn(due.plusDays(15));
        assertThat(kinds(finding)).endsWith("RED", "SUPERVISORS");
        assertThat(suggestions(finding)).isEmpty();
    }

    @Test
    @DisplayName("Struck off, it is not looked at any more")
    void settlementStopsTheLadder() {
        var finding = town.open(FindingTown.villageDue(DUE));
        town.issuePlan();
        town.complete("ft-village", finding, "userTask_rectifyFinding", FindingTown.RESULT);
        town.complete("ft-leader", finding, "userTask_reviewResult", FindingRectificationProcessTest.AGREE);
        town.complete("ft-commission", finding, "userTask_verifyFinding", FindingRectificationProcessTest.DONE);
        look(15);
        assertThat(town.warnings(finding)).isEmpty();
    }

    private void look(int daysLate) {
        lookOn(DUE.plusDays(daysLate));
    }

    private void lookOn(LocalDate day) {
        town.at(day, 8);
        watch.look();
    }

    private List<String> kinds(String finding) {
        return town.warnings(finding).stream()
                .map(warning -> warning.substring(0, warning.indexOf(' ')))
                .toList();
    }

    private List<String> recipients(String finding, String kind) {
        return jdbc.sql("select unnest(recipients) from rectification.warning where finding_id = ? and kind = ?")
                .params(finding, kind)
                .query(String.class)
                .list();
    }

    private List<String> suggestions(String finding) {
        return jdbc.sql("select trigger || ' ' || occasion from rectification.suggestion where finding_id = ?")
                .param(finding)
                .query(String.class)
                .list();
    }
}
