package org.rectification.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.rectification.refusal.Refusal;

class MatterTest {

    private static final Matter RAISED = new Matter(
            "s1",
            new Suggestion("r1", "qingxi-town", null, Trigger.INEFFECTIVE, "2026-07-01", "三个村推进缓慢", false),
            "discipline",
            null,
            null,
            MatterState.RAISED,
            null);

    @Test
    void aSuggestionIsTakenUpExplainedReferredAndConcludedInThisOrder() {
        List<UnaryOperator<Matter>> moves = List.of(Matter::takeUp, Matter::explain, Matter::refer, Matter::conclude);
        var matter = RAISED;
        for (int done = 0; done < moves.size(); done++) {
            for (int other = 0; other < moves.size(); other++) {
                var current = matter;
                var move = moves.get(other);
                if (other != done) {
                    assertThatThrownBy(() -> move.apply(current)).isInstanceOf(Refusal.class);
                }
            }
            matter = moves.get(done).apply(matter);
        }
        assertThat(matter.state()).isEqualTo(MatterState.CONCLUDED);
    }

    @Test
    void aDismissedSuggestionKeepsItsReasonAndGoesNoFurther() {
        var dismissed = RAISED.dismiss("属客观原因");
        assertThat(dismissed.dismissalReason()).isEqualTo("属客观原因");
        assertThatThrownBy(dismissed::takeUp).isInstanceOf(Refusal.class).hasMessageContaining("不采纳");
        assertThatThrownBy(dismissed::explain).isInstanceOf(Refusal.class);
    }
}
