package org.rectification.closure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps circular and publication of each case, and who did each step. */
@Component
class PublicationStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    PublicationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Publication> find(CaseKey key) {
        return jdbc.sql("select * from rectification.publication where round_id = ? and organisation_id = ?")
                .params(key.roundId(), key.organisationId())
                .query(PublicationStore::read)
                .optional();
    }

    void circulated(String actor, CaseKey key, CircularEntry circular) {
        jdbc.sql(
                        """
                        insert into rectification.publication
                            (round_id, organisation_id, circular_number, circulated_on, circular_scope, circulated_by)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        circular.number(),
                        circular.circulatedOn(),
                        circular.scope(),
                        actor)
                .update();
    }

    void proposed(String actor, CaseKey key, Publication publication) {
        update(key, "draft_text = ?, drafted_by = ?, return_reason = null", publication.draft(), actor);
    }

    void returned(CaseKey key, Publication publication) {
        update(key, "returns = ?, return_reason = ?", publication.returns(), publication.returnReason());
    }

    void approved(String actor, CaseKey key) {
        update(key, "approved_by = ?, approved_at = ?", actor, OffsetDateTime.now(clock));
    }

    void published(String actor, CaseKey key, Publication publication) {
        var place = publication.place();
        update(
                key,
                """
                published_where = ?, published_from = ?, published_until = ?, published_text = ?, published_by = ?,
                published_at = ?""",
                place.where(),
                place.from(),
                place.until(),
                publication.draft(),
                actor,
                OffsetDateTime.now(clock));
    }

    private void update(CaseKey key, String changes, Object... values) {
        jdbc.sql("update rectification.publication set " + changes + " where round_id = ? and organisation_id = ?")
                .params(values)
                .params(key.roundId(), key.organisationId())
                .update();
    }

    private static Publication read(ResultSet row, int number) throws SQLException {
        var approvedAt = row.getObject("approved_at", OffsetDateTime.class);
        var from = row.getObject("published_from", LocalDate.class);
        return new Publication(
                new CircularEntry(
                        row.getString("circular_number"),
                        row.getObject("circulated_on", LocalDate.class),
                        row.getString("circular_scope")),
                row.getString("draft_text"),
                row.getInt("returns"),
                row.getString("return_reason"),
                approvedAt == null
                        ? null
                        : approvedAt.atZoneSameInstant(ShanghaiTime.ZONE).toLocalDate(),
                from == null
                        ? null
                        : new PublicationEntry(
                                row.getString("published_where"),
                                from,
                                row.getObject("published_until", LocalDate.class)));
    }
}
