package org.rectification.closure;

import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * The evaluation of one case (R28–R31).
 *
 * @param score as given, 0 to 100
 * @param contradictions items in which the report contradicts the facts
 * @param evaluatedBy login
 * @param grade null until the decision table has spoken
 * @param vetoed the contradictions made the score void (R30); false until the decision table has spoken
 */
public record Evaluation(
        int score, int contradictions, String reasons, String evaluatedBy, @Nullable Grade grade, boolean vetoed) {

    private static final int FULL_MARKS = 100;
    private static final int REASONS = 4_000;

    /** @throws Refusal for a missing figure, points outside 0 to 100, or no reasons */
    static Evaluation of(String actor, EvaluationEntry entry) {
        var score = entry.score();
        var contradictions = entry.contradictions();
        new Violations()
                .require(score != null, "score", "请填写评估得分。")
                .require(score == null || (score >= 0 && score <= FULL_MARKS), "score", "评估得分应为0至100分。")
                .require(contradictions != null, "contradictions", "请填写报告与事实不符的项数，没有的填0。")
                .require(contradictions == null || contradictions >= 0, "contradictions", "报告与事实不符的项数不得小于0。")
                .requireText(entry.reasons(), "reasons", "评估情况和扣分理由", REASONS)
                .refuseAny();
        return new Evaluation(score, contradictions, entry.reasons(), actor, null, false);
    }

    /** @throws Refusal when it was graded before */
    Evaluation graded(Grade result, boolean veto) {
        if (grade != null) {
            throw Refusal.of("整改成效评估已经登记，不能重复登记。");
        }
        return new Evaluation(score, contradictions, reasons, evaluatedBy, result, veto);
    }

    /** The points that count: none after a veto (R30). */
    public int countedScore() {
        return vetoed ? 0 : score;
    }
}
