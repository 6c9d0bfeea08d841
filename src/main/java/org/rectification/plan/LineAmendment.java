package org.rectification.plan;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What shall become of one line of the issued plan. A field that is left out or empty stays as it is; measures, where given,
 * replace all that there were.
 *
 * @param finding id of the finding that the line answers
 */
public record LineAmendment(
        @Nullable String finding,
        @Nullable List<Measure> measures,
        @Nullable String goal,
        @Nullable LocalDate dueOn,
        @Nullable String leader,
        @Nullable String branch,
        @Nullable String person,
        @Nullable String ownerReason,
        @Nullable String rootCause,
        @Nullable String similarCheck,
        @Nullable Integer similarChecked,
        @Nullable Integer similarFound,
        @Nullable String noNowReason,
        @Nullable String noLastingReason) {

    /** The whole line as it shall be. */
    PlanLineEntry over(PlanLine line) {
        return new PlanLineEntry(
                or(rootCause, line.rootCause()),
                or(similarCheck, line.similarCheck()),
                similarChecked == null ? line.similarChecked() : similarChecked,
                similarFound == null ? line.similarFound() : similarFound,
                or(goal, line.goal()),
                dueOn == null ? line.dueOn() : dueOn,
                null,
                or(branch, line.branch()),
                null,
                or(ownerReason, line.ownerReason()),
                measures == null || measures.isEmpty() ? line.measures() : measures,
                or(noNowReason, line.noNowReason()),
                or(noLastingReason, line.noLastingReason()));
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable String or(@Nullable String text, @Nullable String otherwise) {
        return given(text) == null ? otherwise : text;
    }
}
