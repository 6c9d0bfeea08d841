package org.rectification.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R28, R30: each rule once, and the points just beside each limit. */
class GradeEvaluationDecisionTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "100, 0, GOOD, false",
        "90, 4, GOOD, false",
        "89, 0, FAIRLY_GOOD, false",
        "80, 0, FAIRLY_GOOD, false",
        "79, 0, AVERAGE, false",
        "60, 4, AVERAGE, false",
        "59, 0, POOR, false",
        "0, 0, POOR, false",
        "100, 5, POOR, true",
        "59, 5, POOR, true",
        "95, 12, POOR, true"
    })
    void pointsGiveTheGradeUnlessFiveContradictionsVetoIt(int score, int contradictions, Grade grade, boolean vetoed)
            throws IOException {
        assertThat(decide(score, contradictions).getSingleResult().getEntryMap())
                .containsEntry("grade", grade.name())
                .containsEntry("vetoed", vetoed);
    }

    @ParameterizedTest
    @CsvSource({"101, 0", "-1, 0", "90, -1"})
    void impossibleFiguresGiveNoGrade(int score, int contradictions) throws IOException {
        assertThat(decide(score, contradictions)).isEmpty();
    }

    private static DmnDecisionResult decide(int score, int contradictions) throws IOException {
        try (var table = Files.newInputStream(Path.of("bpmn/grade-evaluation.dmn"))) {
            return ENGINE.evaluateDecision(
                    ENGINE.parseDecision("gradeEvaluation", table),
                    Variables.putValue("score", score).putValue("contradictions", contradictions));
        }
    }
}
