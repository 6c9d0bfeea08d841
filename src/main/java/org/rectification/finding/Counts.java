package org.rectification.finding;

import java.util.EnumMap;
import java.util.Map;

/**
 * How the findings of one organisation in one round stand.
 *
 * @param byState every state, zero included
 * @param overdue not settled and past their due day
 * @param returned not settled and returned at least once
 */
public record Counts(Map<FindingState, Integer> byState, int overdue, int returned) {

    public Counts {
        var complete = new EnumMap<FindingState, Integer>(FindingState.class);
        for (var state : FindingState.values()) {
            complete.put(state, byState.getOrDefault(state, 0));
        }
        byState = Map.copyOf(complete);
    }

    public int total() {
        return byState.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int of(FindingState state) {
        return byState.get(state);
    }

    /** Neither struck off nor on the long-term list. */
    public int unsettled() {
        return total() - of(FindingState.STRUCK_OFF) - of(FindingState.LONG_TERM);
    }
}
