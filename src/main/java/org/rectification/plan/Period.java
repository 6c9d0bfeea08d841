package org.rectification.plan;

import java.time.LocalDate;

/**
 * The time within which a line's limit must lie: after feedback, not after completion.
 *
 * @param feedbackOn day 0
 * @param completeBy last day of the concentrated rectification
 */
record Period(LocalDate feedbackOn, LocalDate completeBy) {

    boolean begunBy(LocalDate day) {
        return day.isAfter(feedbackOn);
    }

    boolean holds(LocalDate day) {
        return begunBy(day) && !day.isAfter(completeBy);
    }
}
