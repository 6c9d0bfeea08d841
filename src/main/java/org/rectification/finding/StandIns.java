package org.rectification.finding;

import java.util.Set;

/** Knows who stands in for whom: independence looks through a substitution. */
@FunctionalInterface
public interface StandIns {

    /** Logins of everybody who stands in for one of these people, or for whom one of them stands in. */
    Set<String> of(Set<String> people);

    /**
     * As {@link #of(Set)}, and those in whose place one of them acted on this very finding, even when that is over.
     *
     * @param people with a hand in the result in hand
     */
    default Set<String> of(String findingId, Set<String> people) {
        return of(people);
    }
}
