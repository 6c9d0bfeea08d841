package org.rectification.finding;

import java.util.HashSet;
import java.util.Set;
import org.rectification.people.Absences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks through 代行职责: whoever stands in today, and in whose place the hands of this finding really acted. */
@Component
class SubstitutesOfHands implements StandIns {

    private final Absences absences;
    private final JdbcClient jdbc;

    SubstitutesOfHands(Absences absences, JdbcClient jdbc) {
        this.absences = absences;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> of(Set<String> people) {
        return absences.linkedWith(people);
    }

    @Override
    public Set<String> of(String findingId, Set<String> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        var linked = new HashSet<>(absences.linkedWith(people));
        linked.addAll(jdbc.sql(
                        """
                                select distinct on_behalf_of from rectification.event
                                 where finding_id = :finding and actor in (:people) and on_behalf_of is not null""")
                .param("finding", findingId)
                .param("people", people)
                .query(String.class)
                .list());
        return linked;
    }
}
