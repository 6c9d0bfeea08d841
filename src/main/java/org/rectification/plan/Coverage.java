package org.rectification.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.refusal.Refusal.Violation;

/**
 * Whether the plan covers the feedback: every finding has its line, complete in every field, and each opinion is answered
 * (S18–S20). Lines without a finding cannot exist: a line bears its finding's id.
 */
record Coverage(List<PlannedLine> lines, List<PlanStore.OpinionRow> opinions) {

    /** What is missing, naming the finding and the field. */
    List<Violation> missing() {
        var found = new ArrayList<Violation>(ofLines().toList());
        opinions.stream()
                .filter(opinion -> opinion.answer() == null)
                .map(opinion -> new Violation("answers", "反馈意见第" + opinion.number() + "条尚未回应。"))
                .forEach(found::add);
        return found;
    }

    Stream<Violation> ofLines() {
        return lines.stream().flatMap(planned -> planned.line().violations(planned.period()).stream()
                .map(violation -> new Violation(
                        planned.line().subject().findingId() + "." + violation.field(),
                        planned.line().subject().label() + ":" + violation.message())));
    }
}
