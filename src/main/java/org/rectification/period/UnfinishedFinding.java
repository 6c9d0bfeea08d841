package org.rectification.period;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * A finding that is neither struck off nor on the long-term list, as reports name it.
 *
 * @param place name of the village, or the organisation's own name
 * @param state Chinese words for the state
 * @param dueOn its due day; of a continued finding the day until which it goes on
 * @param version changes with every move of the finding
 */
public record UnfinishedFinding(
        String id, String number, String place, String title, String state, @Nullable LocalDate dueOn, int version) {}
