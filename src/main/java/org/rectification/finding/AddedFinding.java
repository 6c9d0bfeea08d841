package org.rectification.finding;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * A finding to be added to a running case. What is not said here (area, source, topic, key concern, addressee, annexes) it
 * takes from the finding it goes back to.
 *
 * @param origin {@link FindingOrigin#SELF_FOUND} or {@link FindingOrigin#RECURRENCE}
 * @param from id of the finding from which it was generalised, or which came back
 * @param villageCode the village where it is; null: the township's own
 * @param title 1–40 characters
 * @param problem 1–4,000 characters
 * @param opinion what should be done, at most 4,000 characters, may be empty
 * @param dueOn first due day, at whose end it is due (Asia/Shanghai); after today
 */
public record AddedFinding(
        FindingOrigin origin,
        String from,
        @Nullable String villageCode,
        String title,
        String problem,
        @Nullable String opinion,
        @Nullable LocalDate dueOn) {}
