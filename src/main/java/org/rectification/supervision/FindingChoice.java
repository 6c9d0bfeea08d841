package org.rectification.supervision;

import org.springframework.lang.Nullable;

/**
 * A finding that a notice may be about.
 *
 * @param number within the township's list, or the village's
 * @param villageCode null: of the township itself
 * @param label place, number and title
 */
public record FindingChoice(String id, String number, @Nullable String villageCode, String label) {}
