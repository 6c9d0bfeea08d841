package org.rectification.finding;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In whose place people acted on a finding (代行职责), as the trail keeps it: known even when the substitution is long over. */
@Component
class ActedFor {

    private static final String ACTS =
            """
            select distinct on_behalf_of from rectification.event
             where finding_id = :finding and actor in (:people) and on_behalf_of is not null""";

    private final JdbcClient jdbc;

    ActedFor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By any act. */
    Set<String> of(String findingId, Set<String> people) {
        return read(ACTS, findingId, people);
    }

    /** By doing a part of the work: its review would be a review of one's own. */
    Set<String> byWork(String findingId, Set<String> people) {
        return read(
                ACTS + " and kind in ('RESULT_REPORTED', 'MEASURE_REPORTED', 'CO_OWNER_CONFIRMED', 'EVIDENCE_GIVEN')",
                findingId,
                people);
    }

    private Set<String> read(String sql, String findingId, Set<String> people) {
        return people.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(sql)
                        .param("finding", findingId)
                        .param("people", people)
                        .query(String.class)
                        .list());
    }
}
