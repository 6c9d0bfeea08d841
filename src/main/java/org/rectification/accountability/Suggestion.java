package org.rectification.accountability;

import org.springframework.lang.Nullable;

/**
 * Somebody should be held to account, says whoever noticed.
 *
 * @param findingId null when it is about the organisation's rectification as a whole
 * @param occasion tells two occasions of the same trigger apart, such as the due day that passed; the same occasion
 *     makes one suggestion, however often it is raised
 * @param facts what happened, in Chinese
 * @param workReported whether any result of the rectification had been reported by then
 */
public record Suggestion(
        String roundId,
        String organisationId,
        @Nullable String findingId,
        Trigger trigger,
        String occasion,
        String facts,
        boolean workReported) {}
