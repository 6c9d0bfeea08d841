package org.rectification.finding;

import java.util.Set;

/** Knows who stands in for whom: independence looks through a substitution. */
@FunctionalInterface
public interface StandIns {

    /**
     * Logins of everybody who stands in for one of these people, or for whom one of them stands in; also of those in whose
     * place one of them acted on this finding, even when that is over.
     *
     * @param people with a hand in the result in hand
     */
    Set<String> of(String findingId, Set<String> people);
}
