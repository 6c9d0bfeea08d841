package org.rectification.ledger;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/** What happened to one finding: every move with who and when, every version of its plan line. Asks nobody who may see it. */
@Service
public class FindingHistory {

    private final JdbcClient jdbc;
    private final Clock clock;

    FindingHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<Move> moves(String findingId) {
        return jdbc.sql(
                        """
                        select e.at, e.actor, coalesce(p.name, e.actor)
                                 || coalesce('（代' || coalesce(a.name, e.on_behalf_of) || '）', '') as actor_name,
                               e.kind, e.before, e.after, e.note
                          from rectification.event e left join rectification.person p on p.id = e.actor
                          left join rectification.person a on a.id = e.on_behalf_of
                         where e.finding_id = ? order by e.id""")
                .param(findingId)
                .query((row, number) -> new Move(
                        row.getObject("at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toOffsetDateTime(),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        row.getString("kind"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("note")))
                .list();
    }

    public List<PlanVersion> planVersions(String findingId) {
        return jdbc.sql(
                        """
                        select v.version, v.document_number, v.issued_on, l.content
                          from rectification.plan_version_line l
                          join rectification.plan_version v using (round_id, organisation_id, version)
                         where l.finding_id = ? order by v.version""")
                .param(findingId)
                .query((row, number) -> new PlanVersion(
                        row.getInt("version"),
                        row.getString("document_number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("content")))
                .list();
    }

    /** One entry of the trail; before and after are JSON as it was written. */
    public record Move(
            OffsetDateTime at,
            String actor,
            String actorName,
            String kind,
            @Nullable @JsonRawValue String before,
            @Nullable @JsonRawValue String after,
            @Nullable String note) {}

    /** @param content the line word by word, as it was issued */
    public record PlanVersion(int version, String documentNumber, LocalDate issuedOn, @JsonRawValue String content) {}
}
