package org.rectification.finding;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * One review of a finding on the long-term list.
 *
 * @param number counts the finding's reviews
 * @param dueOn review day that this answers
 * @param nextReviewOn null with {@link LongTermConclusion#DONE}
 * @param newDueOn time limit of the recurrence, with {@link LongTermConclusion#FALLEN_BACK}
 * @param confirmed what discipline supervision said about a strike-off; null where it has not spoken
 */
record LongTermReview(
        String findingId,
        int number,
        LocalDate dueOn,
        LongTermConclusion conclusion,
        String reason,
        @Nullable LocalDate nextReviewOn,
        @Nullable LocalDate newDueOn,
        String reviewedBy,
        @Nullable Boolean confirmed,
        @Nullable String confirmedBy) {

    /** It can be struck off, as far as this review says. */
    boolean stands() {
        return conclusion == LongTermConclusion.DONE && !Boolean.FALSE.equals(confirmed);
    }
}
