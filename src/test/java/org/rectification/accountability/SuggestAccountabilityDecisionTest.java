package org.rectification.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** S43 and S47: every trigger, and what the words of the speech make of it. */
class SuggestAccountabilityDecisionTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "OVERDUE, false, INEFFECTIVE, NEGLECT",
        "OVERDUE, true, INEFFECTIVE, DERELICTION",
        "INEFFECTIVE, false, INEFFECTIVE, DERELICTION",
        "HEARD_BEHIND, true, INEFFECTIVE, DERELICTION",
        "RETURNED_REPEATEDLY, true, PERFUNCTORY, DERELICTION",
        "PERFUNCTORY, false, PERFUNCTORY, DERELICTION",
        "FALSIFIED, true, FALSIFIED, DERELICTION"
    })
    void notDoingItIsNeglectAndDoingItBadlyIsDereliction(
            Trigger trigger, boolean workReported, Shortcoming shortcoming, Severity severity) throws IOException {
        assertThat(decide(trigger.name(), workReported).getSingleResult().getEntryMap())
                .containsEntry("shortcoming", shortcoming.name())
                .containsEntry("severity", severity.name());
    }

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void everyTriggerHasExactlyOneAnswer(Trigger trigger) throws IOException {
        assertThat(decide(trigger.name(), true)).hasSize(1);
        assertThat(decide(trigger.name(), false)).hasSize(1);
    }

    @Test
    void anUnknownTriggerHasNone() throws IOException {
        assertThat(decide("GOSSIP", true)).isEmpty();
    }

    private static DmnDecisionResult decide(String trigger, boolean workReported) throws IOException {
        try (var table = Files.newInputStream(Path.of("bpmn/suggest-accountability.dmn"))) {
            return ENGINE.evaluateDecision(
                    ENGINE.parseDecision("suggestAccountability", table),
                    Variables.putValue("trigger", trigger).putValue("workReported", workReported));
        }
    }
}
