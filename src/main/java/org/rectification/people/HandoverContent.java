package org.rectification.people;

import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What passes, in words: the same for both who confirm.
 *
 * @param roundId the running case, under which a signed sheet is uploaded; null: none runs
 */
public record HandoverContent(
        String from,
        String to,
        String reason,
        String handedOver,
        @Nullable String roundId,
        String organisationId,
        List<DutyLine> duties,
        List<Line> findings,
        List<Line> tasks) {

    public record DutyLine(String item, String since) {}

    /** @param dueOn empty where there is no date */
    public record Line(String item, String dueOn) {}
}
