package org.rectification.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.refusal.Refusal;

class EvaluationTest {

    @ParameterizedTest
    @CsvSource({"0", "100"})
    void pointsRunFromNoneToAHundred(int score) {
        var evaluation = Evaluation.of("office", new EvaluationEntry(score, 0, "逐项核对"));
        assertThat(evaluation.countedScore()).isEqualTo(score);
        assertThat(evaluation.grade()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, score", "101, 0, score", ", 0, score", "80, -1, contradictions", "80, , contradictions"})
    void impossibleOrMissingFiguresAreRefused(Integer score, Integer contradictions, String field) {
        var refusal = catchThrowableOfType(
                Refusal.class, () -> Evaluation.of("office", new EvaluationEntry(score, contradictions, "逐项核对")));
        assertThat(refusal.violations()).extracting(Refusal.Violation::field).containsExactly(field);
    }

    @Test
    void pointsWithoutReasonsAreRefused() {
        assertThatThrownBy(() -> Evaluation.of("office", new EvaluationEntry(80, 0, " ")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("扣分理由");
    }

    @Test
    void aVetoLeavesNoPoints() {
        var evaluation = Evaluation.of("office", new EvaluationEntry(88, 5, "五项不符"));
        assertThat(evaluation.graded(Grade.POOR, true).countedScore()).isZero();
        assertThat(evaluation.graded(Grade.FAIRLY_GOOD, false).countedScore()).isEqualTo(88);
    }

    @Test
    void aGradeIsGivenOnce() {
        var graded = Evaluation.of("office", new EvaluationEntry(88, 0, "逐项核对")).graded(Grade.FAIRLY_GOOD, false);
        assertThatThrownBy(() -> graded.graded(Grade.GOOD, false)).isInstanceOf(Refusal.class);
    }
}
