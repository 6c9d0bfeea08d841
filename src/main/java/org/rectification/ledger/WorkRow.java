package org.rectification.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;

/**
 * A row of a list: a task and the finding it is about.
 *
 * @param dueAt end of the day on which the task is due
 * @param inPlaceOf name of the absent person whose task it is, for the substitute; null: the reader's own
 */
public record WorkRow(
        String taskId, @Nullable Instant dueAt, boolean overdue, @Nullable String inPlaceOf, Finding finding) {

    /**
     * What somebody needs to see of a finding to work on it, review it or verify it.
     *
     * @param provisional whether the due day may still change (暂定)
     * @param sheetMissing whether a verdict on site would have to say why there is no signed sheet of a visit
     */
    public record Finding(
            String id,
            String roundId,
            String organisationId,
            String number,
            String title,
            @Nullable String village,
            String area,
            String problem,
            String opinion,
            boolean immediate,
            boolean keyConcern,
            String state,
            LocalDate dueOn,
            boolean provisional,
            LocalDate originalDueOn,
            int returns,
            boolean sheetMissing,
            @Nullable String returnReason,
            @Nullable String branch,
            @Nullable String leader,
            @Nullable String person,
            @Nullable Plan plan,
            @Nullable Result result,
            @Nullable LocalDate nextReviewOn,
            int extensions,
            @Nullable Extension extension) {}

    /**
     * A later day that waits for a decision (row 28).
     *
     * @param recorded whether a body decides, whose record is named
     */
    public record Extension(String by, String reason, LocalDate newDueOn, String level, boolean recorded) {}

    /** What the plan promised. */
    public record Plan(
            @Nullable String rootCause,
            @Nullable String goal,
            @Nullable LocalDate dueOn,
            List<Map<String, Object>> measures) {}

    /** What is claimed to be done. */
    public record Result(
            String text,
            @Nullable String doer,
            @Nullable String filledInBy,
            List<Map<String, Object>> measures,
            @Nullable BigDecimal claimedAmount) {}
}
