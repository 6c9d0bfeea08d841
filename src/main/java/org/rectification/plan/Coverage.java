package org.rectification.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.refusal.Refusal.Violation;

/**
 * Whether the plan covers the feedback: every finding has its line, complete in every field and in somebody's hands, and
 * each opinion is answered in words and by lines (S18–S20). Measures without a finding cannot exist: a line bears its
 * finding's id.
 *
 * @param unlined labels of findings that have no line at all
 */
record Coverage(List<PlannedLine> lines, List<String> unlined, List<PlanStore.OpinionRow> opinions) {

    private static final int SHORT = 20;

    /** Of somebody's own lines only. */
    static Coverage ofLines(List<PlannedLine> lines) {
        return new Coverage(lines, List.of(), List.of());
    }

    /** What is missing, naming the finding and the field. */
    List<Violation> missing() {
        var found = new ArrayList<Violation>();
        unlined.forEach(label -> found.add(new Violation("lines", label + "：方案中没有对应内容，请编制整改措施。")));
        lines.stream().flatMap(Coverage::missing).forEach(found::add);
        opinions.stream().flatMap(Coverage::missing).forEach(found::add);
        return found;
    }

    private static Stream<Violation> missing(PlannedLine planned) {
        var id = planned.line().subject().findingId();
        if (planned.bounced() != null) {
            return Stream.of(new Violation(
                    id + ".division",
                    planned.label() + "：已被" + planned.bounced().by() + "退回，尚未重新分解。"));
        }
        return planned.line().violations(planned.period()).stream()
                .map(violation ->
                        new Violation(id + "." + violation.field(), planned.label() + "：" + violation.message()));
    }

    private static Stream<Violation> missing(PlanStore.OpinionRow opinion) {
        var text = opinion.text().length() > SHORT ? opinion.text().substring(0, SHORT) + "…" : opinion.text();
        var name = "反馈意见第" + opinion.number() + "条“" + text + "”";
        if (opinion.answer() == null) {
            return Stream.of(new Violation("answers", name + "尚未回应。"));
        }
        return opinion.findings().isEmpty()
                ? Stream.of(new Violation("answers", name + "未写明由哪些问题的整改来落实。"))
                : Stream.empty();
    }
}
