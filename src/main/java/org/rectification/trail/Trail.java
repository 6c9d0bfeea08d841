package org.rectification.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.InPlaceOf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appends to the event trail, in the transaction of the act itself: an act without its trace cannot happen. */
@Component
public class Trail {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Trail(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Records an act on one finding, with what it changed. */
    public void finding(
            String actor,
            String roundId,
            String organisationId,
            String findingId,
            String kind,
            Map<String, ?> before,
            Map<String, ?> after,
            String note) {
        append(actor, roundId, organisationId, findingId, null, kind, before, after, note);
    }

    /** What one act changed on one of several findings. */
    public record OfFinding(
            String roundId, String organisationId, String findingId, Map<String, ?> before, Map<String, ?> after) {}

    /** Records one act that moved many findings, an event for each, in one statement. */
    public void findings(String actor, String kind, List<OfFinding> changes, String note) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into rectification.event
                            (at, actor, on_behalf_of, round_id, organisation_id, finding_id, kind, before, after, note)
                        select ?, ?, ?, c.round_id, c.organisation_id, c.finding_id, ?, c.before::jsonb, c.after::jsonb, ?
                          from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                            as c (round_id, organisation_id, finding_id, before, after, position)
                         order by c.position""")
                .params(OffsetDateTime.now(clock), actor, inPlaceOf(actor), kind, note)
                .param(changes.stream().map(OfFinding::roundId).toArray(String[]::new))
                .param(changes.stream().map(OfFinding::organisationId).toArray(String[]::new))
                .param(changes.stream().map(OfFinding::findingId).toArray(String[]::new))
                .param(changes.stream().map(each -> asJson(each.before())).toArray(String[]::new))
                .param(changes.stream().map(each -> asJson(each.after())).toArray(String[]::new))
                .update();
    }

    /** Records an act on an organisation's rectification as a whole, such as the hearing or the signature. */
    public void organisation(String actor, String roundId, String organisationId, String kind, Map<String, ?> after) {
        append(actor, roundId, organisationId, null, null, kind, null, after, null);
    }

    /** Records an act on the round. */
    public void round(String actor, String roundId, String kind, Map<String, ?> after) {
        append(actor, roundId, null, null, null, kind, null, after, null);
    }

    /**
     * Records an act on a person, such as a duty that begins; it belongs to no round.
     *
     * @param organisationId null for county people and administrators
     */
    public void person(
            String actor,
            String organisationId,
            String personId,
            String kind,
            Map<String, ?> before,
            Map<String, ?> after,
            String note) {
        append(actor, null, organisationId, null, personId, kind, before, after, note);
    }

    /** Records an act on an organisation itself, outside any round, such as its registration. */
    public void register(
            String actor, String organisationId, String kind, Map<String, ?> before, Map<String, ?> after) {
        append(actor, null, organisationId, null, null, kind, before, after, null);
    }

    private void append(
            String actor,
            String roundId,
            String organisationId,
            String findingId,
            String personId,
            String kind,
            Map<String, ?> before,
            Map<String, ?> after,
            String note) {
        jdbc.sql(
                        """
                        insert into rectification.event
                            (at, actor, on_behalf_of, round_id, organisation_id, finding_id, person_id, kind, before,
                             after, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)""")
                .params(
                        OffsetDateTime.now(clock),
                        actor,
                        inPlaceOf(actor),
                        roundId,
                        organisationId,
                        findingId,
                        personId,
                        kind,
                        asJson(before),
                        asJson(after),
                        note)
                .update();
    }

    /** What the application itself did in the same request is nobody's act in somebody's place. */
    private static String inPlaceOf(String actor) {
        return CurrentPerson.SYSTEM.equals(actor)
                ? null
                : InPlaceOf.current().filter(absent -> !absent.equals(actor)).orElse(null);
    }

    private String asJson(Map<String, ?> content) {
        try {
            return content == null ? null : json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event's content must be plain data", e);
        }
    }
}
