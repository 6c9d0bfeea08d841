package org.rectification.finding;

import java.util.HashSet;
import java.util.Set;
import org.rectification.people.Absences;
import org.springframework.stereotype.Component;

/** Looks through 代行职责: whoever stands in today, and in whose place the hands of this finding really acted. */
@Component
class SubstitutesOfHands implements StandIns {

    private final Absences absences;
    private final ActedFor actedFor;

    SubstitutesOfHands(Absences absences, ActedFor actedFor) {
        this.absences = absences;
        this.actedFor = actedFor;
    }

    @Override
    public Set<String> of(Set<String> people) {
        return absences.linkedWith(people);
    }

    @Override
    public Set<String> of(String findingId, Set<String> people) {
        var linked = new HashSet<>(absences.linkedWith(people));
        linked.addAll(actedFor.of(findingId, people));
        return linked;
    }
}
