package org.rectification.finding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.finding.process.FindingTown.refusal;
import static org.rectification.finding.process.FindingTown.villageDue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.finding.DecisionLevel;
import org.rectification.finding.Extensions.Decision;
import org.rectification.finding.StandIns;
import org.rectification.support.Clause;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The level above looks through a substitution. */
@FindingProcessTest
@Import(ExtensionSubstitutesProcessTest.TheLeaderStandsIn.class)
@Clause("S31")
class ExtensionSubstitutesProcessTest {

    private static final LocalDate DUE = LocalDate.of(2026, 4, 20);

    @Autowired
    private FindingTown town;

    @TestConfiguration(proxyBeanMethods = false)
    static class TheLeaderStandsIn {

        @Bean
        StandIns leaderForVillage() {
            return people -> people.contains("ft-village") ? Set.of("ft-leader") : Set.of();
        }
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("Row 28: whoever stands in for the responsible person is passed over and decides through no door")
    void aSubstituteOfTheResponsiblePersonNeverDecides() {
        var finding = town.open(villageDue(DUE));
        assertThat(town.extend("ft-clerk", finding, DUE.plusDays(5))).isEqualTo(DecisionLevel.SECRETARY);
        assertThat(town.task(finding, "userTask_decideExtension").getAssignee()).isEqualTo("ft-secretary");
        assertThat(refusal(() -> town.extensions.decide("ft-leader", finding, new Decision(true, "同意", null, null))))
                .contains("您不是这次的审批人");
        town.complete("ft-secretary", finding, "userTask_decideExtension", Map.of("answer", "AGREE", "reason", "同意"));
        assertThat(town.findings.get(finding).dueOn()).isEqualTo(DUE.plusDays(5));
    }
}
