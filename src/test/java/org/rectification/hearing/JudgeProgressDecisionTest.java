package org.rectification.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeProgressDecisionTest {

    private static DmnEngine engine;
    private static DmnDecision decision;

    @BeforeAll
    static void readTheTable() throws IOException {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (InputStream table = Files.newInputStream(Path.of("bpmn", "judge-progress.dmn"))) {
            decision = engine.parseDecision("judgeProgress", table);
        }
    }

    @ParameterizedTest(name = "{0}: {1} unfinished, {2} % overdue, {3} returned, {4} reports missing: {5}")
    @CsvSource({
        "P1, 0, 0, 0, 0, ON_TRACK, 均已办结",
        "P2, 1, 0, 0, 0, ON_TRACK, 没有逾期",
        "P3, 1, 0, 1, 0, ATTENTION, 被退回",
        "P4, 0, 0, 0, 1, ATTENTION, 补报",
        "P4, 5, 0, 2, 1, ATTENTION, 补报",
        "P5, 1, 1, 0, 0, ATTENTION, 不超过10%",
        "P5, 9, 10, 3, 2, ATTENTION, 不超过10%",
        "P6, 9, 11, 0, 0, BEHIND, 超过10%",
        "P6, 9, 100, 4, 3, BEHIND, 超过10%",
    })
    void advises(
            String rule, int unfinished, int overduePercent, int returned, int missing, String advice, String reason) {
        var result = judge(unfinished, overduePercent, returned, missing).getSingleResult();

        assertThat(result.<String>getEntry("advice")).isEqualTo(advice);
        assertThat(result.<String>getEntry("reason")).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"1, -1, 0, 0", "1, 0, -1, 0", "1, 0, 0, -1", "0, 5, 0, 0"})
    void saysNothingAboutFiguresThatCannotBe(int unfinished, int overduePercent, int returned, int missing) {
        assertThat(judge(unfinished, overduePercent, returned, missing)).isEmpty();
    }

    private static DmnDecisionTableResult judge(int unfinished, int overduePercent, int returned, int missing) {
        return engine.evaluateDecisionTable(
                decision,
                Variables.putValue("unfinished", unfinished)
                        .putValue("overduePercent", overduePercent)
                        .putValue("returned", returned)
                        .putValue("missingReports", missing));
    }
}
