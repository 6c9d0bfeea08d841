package org.rectification.finding;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for a later day as rows; at most one of a finding waits at a time, which the database sees to. */
@Repository
class ExtensionStore {

    private static final String SELECT =
            """
            select finding_id, number, reason, former_due_on, new_due_on, requested_by, requested_at, steps, level,
                   approved, decided_by, decided_at, remark
              from rectification.extension where finding_id = ?""";

    private final JdbcClient jdbc;

    ExtensionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Extension extension) {
        jdbc.sql(
                        """
                        insert into rectification.extension (finding_id, number, reason, former_due_on, new_due_on,
                            requested_by, requested_at, steps, level)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        extension.findingId(),
                        extension.number(),
                        extension.reason(),
                        extension.formerDueOn(),
                        extension.newDueOn(),
                        extension.requestedBy(),
                        extension.requestedAt(),
                        extension.steps(),
                        extension.level().name())
                .update();
    }

    void decide(Extension extension, String actor, OffsetDateTime at, Extensions.Decision decision) {
        jdbc.sql(
                        """
                        update rectification.extension set approved = ?, decided_by = ?, decided_at = ?, remark = ?,
                            recorded_on = ?, record_number = ?
                         where finding_id = ? and number = ? and decided_at is null""")
                .params(
                        decision.approved(),
                        actor,
                        at,
                        decision.reason(),
                        decision.recordedOn(),
                        decision.recordNumber(),
                        extension.findingId(),
                        extension.number())
                .update();
    }

    /** It goes to a higher level than the one it was sent to. */
    Extension raise(Extension extension, int steps, DecisionLevel level) {
        jdbc.sql(
                        """
                        update rectification.extension set steps = ?, level = ?
                         where finding_id = ? and number = ? and decided_at is null""")
                .params(steps, level.name(), extension.findingId(), extension.number())
                .update();
        return pending(extension.findingId()).orElseThrow();
    }

    int requests(String findingId) {
        return jdbc.sql("select coalesce(max(number), 0) from rectification.extension where finding_id = ?")
                .param(findingId)
                .query(Integer.class)
                .single();
    }

    Optional<Extension> pending(String findingId) {
        return jdbc.sql(SELECT + " and decided_at is null")
                .param(findingId)
                .query(Extension.class)
                .optional();
    }

    Optional<Extension> last(String findingId) {
        return jdbc.sql(SELECT + " order by number desc limit 1")
                .param(findingId)
                .query(Extension.class)
                .optional();
    }

    List<Extension> of(String findingId) {
        return jdbc.sql(SELECT + " order by number")
                .param(findingId)
                .query(Extension.class)
                .list();
    }
}
