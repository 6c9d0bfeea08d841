package org.rectification.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * One computed date with its grounds (期限依据).
 *
 * @param id what is due
 * @param index 1, 2, … for repeated ones, else null
 * @param date the day; due at 24:00 Asia/Shanghai
 * @param provisional whether the date may still change: a year without its notice was counted, or the date hangs on a
 *     later event
 * @param mergedInto what it is merged into so that it makes no work of its own, else null
 * @param clause the clause that demands it (S…), null where the clauses are silent
 * @param rule the rule or practice behind it (R…), null where there is none
 * @param certainty how well the value behind it is founded
 * @param steps clause, day 0, calendar steps and result, in Chinese sentences
 */
public record Deadline(
        DeadlineId id,
        @Nullable Integer index,
        LocalDate date,
        boolean provisional,
        @Nullable String mergedInto,
        @Nullable String clause,
        @Nullable String rule,
        Certainty certainty,
        List<String> steps) {

    /** Value of {@code mergedInto} for a progress report that the final reports replace. */
    public static final String FINAL_REPORTS = "finalReports";

    public Deadline {
        steps = List.copyOf(steps);
    }

    /** Whether its day is over; such a date is marked when a case is registered and raises no ladder. */
    public boolean isPastAt(Instant now) {
        return !now.isBefore(ShanghaiTime.dueInstant(date));
    }
}
