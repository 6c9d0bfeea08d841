package org.rectification.deadline;

import java.time.LocalDate;

/**
 * One date of a case that is another one now.
 *
 * @param what the duty or finding in Chinese
 * @param from the day before the change; null when the duty is new
 * @param to the day from now on; null when the duty falls away
 * @param provisional whether the new day may still change
 */
public record DateMove(
        String roundId, String organisationId, String what, LocalDate from, LocalDate to, boolean provisional) {}
