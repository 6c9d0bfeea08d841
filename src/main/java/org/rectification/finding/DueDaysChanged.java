package org.rectification.finding;

import java.util.List;

/** Findings have another due day; their parked timers and open tasks follow in the same transaction. */
public record DueDaysChanged(List<String> findingIds) {

    public DueDaysChanged {
        findingIds = List.copyOf(findingIds);
    }
}
