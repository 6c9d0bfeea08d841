package org.rectification.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.deadline.WarningLadder;
import org.rectification.deadline.WarningLadder.Step;

/** R25: the values just beside each limit, for the packaged numbers and for others that a profile may set. */
class WarningLadderDecisionTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final WarningLadder PACKAGED = new WarningLadder(20, 10, 0, 7, 15);

    @ParameterizedTest
    @CsvSource({
        "true, -5, NONE, PERSON",
        "true, 15, NONE, PERSON",
        "false, 21, NONE, PERSON",
        "false, 20, GREEN, PERSON",
        "false, 11, GREEN, PERSON",
        "false, 10, YELLOW, PERSON_AND_LEADER",
        "false, 0, YELLOW, PERSON_AND_LEADER",
        "false, -1, RED, UNIT_AND_SECRETARY",
        "false, -6, RED, UNIT_AND_SECRETARY",
        "false, -7, SUPERVISORS, SUPERVISORS",
        "false, -14, SUPERVISORS, SUPERVISORS",
        "false, -15, ACCOUNTABILITY, SUPERVISORS",
        "false, -400, ACCOUNTABILITY, SUPERVISORS"
    })
    void everyDayHasExactlyOneStep(boolean settled, int daysLeft, String step, Audience audience) throws IOException {
        assertThat(decide(PACKAGED, settled, daysLeft))
                .containsEntry("step", step)
                .containsEntry("audience", audience.name());
    }

    @ParameterizedTest
    @CsvSource({"20, 10, 0, 7, 15", "30, 15, 2, 10, 20", "5, 2, 0, 2, 3"})
    void theDecisionAndTheTimersKnowTheSameLadder(int green, int yellow, int red, int supervisors, int accountability)
            throws IOException {
        var ladder = new WarningLadder(green, yellow, red, supervisors, accountability);
        var due = LocalDate.of(2026, 6, 10);
        var rungs = ladder.rungs(due.minusDays(90), due);
        assertThat(rungs).hasSize(5);
        for (var rung : rungs) {
            int daysLeft = (int) ChronoUnit.DAYS.between(rung.day(), due);
            assertThat(decide(ladder, false, daysLeft))
                    .containsEntry("step", rung.step().name());
            assertThat(decide(ladder, false, daysLeft + 1))
                    .doesNotContainEntry("step", rung.step().name());
        }
    }

    private static Map<String, Object> decide(WarningLadder ladder, boolean settled, int daysLeft) throws IOException {
        try (var table = Files.newInputStream(Path.of("bpmn/warning-ladder.dmn"))) {
            var variables = Variables.putValue("settled", settled).putValue("daysLeft", daysLeft);
            for (var step : Step.values()) {
                variables.putValue(step.name().toLowerCase(Locale.ROOT) + "From", ladder.daysLeftAt(step));
            }
            return ENGINE.evaluateDecisionTable(ENGINE.parseDecision("warningLadder", table), variables)
                    .getSingleResult()
                    .getEntryMap();
        }
    }
}
