package org.rectification.schedule;

import java.util.List;
import org.rectification.round.CaseKey;

/** What the engine keeps of the dates of a case: due dates of open tasks, due dates of timers. */
public interface EngineDates {

    /** What the models say now; taken before anything changes. */
    Snapshot of(CaseKey key);

    /** Asks the models again and moves what has another date now. */
    Moved follow(Snapshot before);

    /** @param opaque the engine side's own */
    record Snapshot(CaseKey key, List<?> opaque) {}

    /** How many open tasks and waiting timers moved. */
    record Moved(int tasks, int timers) {

        Moved and(Moved other) {
            return new Moved(tasks + other.tasks, timers + other.timers);
        }
    }
}
