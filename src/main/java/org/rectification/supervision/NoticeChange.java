package org.rectification.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/**
 * What was done about a notice besides replying and judging.
 *
 * @param kind MOVED, RAISED, TAKEN_UP, GIVEN_BACK or WITHDRAWN
 */
public record NoticeChange(
        String noticeId,
        String kind,
        @Nullable String reason,
        LocalDate dueBefore,
        LocalDate dueAfter,
        String madeByName,
        OffsetDateTime madeAt) {}
