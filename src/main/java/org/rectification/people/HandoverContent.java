package org.rectification.people;

import java.util.List;

/** What passes, in words: the same for both who confirm. */
public record HandoverContent(
        String from,
        String to,
        String reason,
        String handedOver,
        List<DutyLine> duties,
        List<Line> findings,
        List<Line> tasks) {

    public record DutyLine(String item, String since) {}

    /** @param dueOn empty where there is no date */
    public record Line(String item, String dueOn) {}
}
