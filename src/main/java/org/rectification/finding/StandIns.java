package org.rectification.finding;

import java.util.Set;

/** Knows who stands in for whom: independence looks through a substitution. */
@FunctionalInterface
public interface StandIns {

    /** Logins of everybody who stands in for one of these people, or for whom one of them stands in. */
    Set<String> of(Set<String> people);
}
