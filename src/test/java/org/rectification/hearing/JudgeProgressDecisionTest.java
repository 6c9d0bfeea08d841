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
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest(name = "{0}: {1}, {2} days left, {3} returns: {4}")
    @CsvSource({
        "J1, SETTLED, -30, 3, ON_TRACK, 已销号",
        "J1, SETTLED, 5, 0, ON_TRACK, 已销号",
        "J2, WORKING, -1, 0, BEHIND, 已超过",
        "J2, CHECKING, -1, 2, BEHIND, 已超过",
        "J3, WORKING, 0, 2, BEHIND, 两次以上",
        "J3, CONTINUED, 60, 3, BEHIND, 两次以上",
        "J4, CHECKING, 0, 1, ATTENTION, 应说明原因",
        "J4, WORKING, 40, 1, ATTENTION, 应说明原因",
        "J5, CONTINUED, 0, 0, ATTENTION, 持续整改",
        "J6, CHECKING, 0, 0, ON_TRACK, 正在审核",
        "J7, WORKING, 0, 0, ATTENTION, 尚未报送",
        "J7, WORKING, 10, 0, ATTENTION, 尚未报送",
        "J8, WORKING, 11, 0, ON_TRACK, 时限内推进",
    })
    void advises(String rule, String stage, int daysLeft, int returns, String advice, String reason) {
        var result = judge(stage, daysLeft, returns).getSingleResult();

        assertThat(result.<String>getEntry("advice")).as(rule).isEqualTo(advice);
        assertThat(result.<String>getEntry("reason")).contains(reason);
    }

    @Test
    void saysNothingAboutAStageThatItDoesNotKnow() {
        assertThat(judge("ELSEWHERE", 20, 0)).isEmpty();
    }

    private static DmnDecisionTableResult judge(String stage, int daysLeft, int returns) {
        return engine.evaluateDecisionTable(
                decision,
                Variables.putValue("stage", stage)
                        .putValue("daysLeft", daysLeft)
                        .putValue("returns", returns));
    }
}
