package org.rectification.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.finding.Warnings.Audience;

/** R25: the values just beside each limit. */
class WarningLadderDecisionTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

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
        "false, -400, RED, UNIT_AND_SECRETARY"
    })
    void everyDayHasExactlyOneColour(boolean awaitsStrikeOff, int daysLeft, String colour, Audience audience)
            throws IOException {
        var row = decide(awaitsStrikeOff, daysLeft);
        assertThat(row).containsEntry("colour", colour).containsEntry("audience", audience.name());
    }

    @Test
    void theDecisionAndTheTimersKnowTheSameLadder() throws IOException {
        var due = SampleFinding.DUE;
        for (var rung : FindingWatch.LADDER.rungs(due.minusDays(90), due)) {
            int daysLeft = (int) java.time.temporal.ChronoUnit.DAYS.between(rung.day(), due);
            assertThat(decide(false, daysLeft))
                    .containsEntry("colour", rung.colour().name());
        }
    }

    private java.util.Map<String, Object> decide(boolean awaitsStrikeOff, int daysLeft) throws IOException {
        try (var table = Files.newInputStream(Path.of("bpmn/warning-ladder.dmn"))) {
            return ENGINE.evaluateDecisionTable(
                            ENGINE.parseDecision("warningLadder", table),
                            Variables.putValue("awaitsStrikeOff", awaitsStrikeOff)
                                    .putValue("daysLeft", daysLeft))
                    .getSingleResult()
                    .getEntryMap();
        }
    }
}
