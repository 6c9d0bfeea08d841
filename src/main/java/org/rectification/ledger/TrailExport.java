package org.rectification.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.sql.DataSource;
import org.rectification.people.Scope;
import org.rectification.people.Visibility;
import org.rectification.trail.EventWords;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The event trail for whoever checks it from outside, and its verification (row 59). Supervising bodies read all of it, a
 * township its own cases. What the reader may not see stays withheld; its hash is there all the same, so that the chain
 * can be followed.
 */
@Service
public class TrailExport {

    private static final int ROWS_AT_ONCE = 500;
    private static final String SELECTED =
            """
            (:round::text is null or split_part(l.chain, '/', 1) = :round)
            and (:organisation::text is null or split_part(l.chain, '/', 2) = :organisation)""";

    private final JdbcClient jdbc;
    private final JdbcClient rows;
    private final Visibility visibility;
    private final ObjectMapper json;

    TrailExport(JdbcClient jdbc, DataSource database, Visibility visibility, ObjectMapper json) {
        this.jdbc = jdbc;
        var byAndBy = new JdbcTemplate(database);
        byAndBy.setFetchSize(ROWS_AT_ONCE);
        this.rows = JdbcClient.create(byAndBy);
        this.visibility = visibility;
        this.json = json;
    }

    /**
     * One line of JSON per event: {@code chain, position, event, previous, contentHash, hash} and {@code content}, the text
     * under {@code contentHash}; {@code label} says in Chinese what the event is and is no part of the chain.
     *
     * @throws NoSuchElementException for a selection that is not the reader's to see
     */
    @Transactional(readOnly = true)
    public void write(String personId, @Nullable String round, @Nullable String organisation, OutputStream out) {
        demandReadable(personId, round, organisation);
        var seen = visibility.findings(personId);
        rows.sql(
                        """
                        select l.*, e.kind,
                               case when e.finding_id is null or (%s) then rectification.event_content(e) end as content
                          from rectification.trail_link l
                          left join rectification.event e on e.id = l.event_id
                          left join rectification.finding f on f.id = e.finding_id
                          left join rectification.inspected_organisation c
                            on c.round_id = e.round_id and c.organisation_id = e.organisation_id
                         where %s order by l.chain, l.position"""
                                .formatted(seen.sql(), SELECTED))
                .params(seen.params())
                .params(selection(round, organisation))
                .query((RowCallbackHandler) row -> {
                    var line = new LinkedHashMap<String, Object>();
                    line.put("chain", row.getString("chain"));
                    line.put("position", row.getLong("position"));
                    line.put("event", row.getLong("event_id"));
                    line.put("previous", row.getString("previous"));
                    line.put("contentHash", row.getString("content_hash"));
                    line.put("hash", row.getString("hash"));
                    line.put("content", row.getString("content"));
                    line.put("label", row.getString("content") == null ? null : EventWords.of(row.getString("kind")));
                    append(out, line);
                });
    }

    /** @throws NoSuchElementException for a selection that is not the reader's to see */
    @Transactional(readOnly = true)
    public Verification verify(String personId, @Nullable String round, @Nullable String organisation) {
        demandReadable(personId, round, organisation);
        var faults = jdbc.sql("select * from rectification.trail_faults(:round, :organisation)")
                .params(selection(round, organisation))
                .query((row, number) -> new Fault(
                        row.getString("chain"),
                        row.getObject("position", Long.class),
                        row.getObject("event_id", Long.class),
                        row.getString("fault"),
                        Fault.sentence(row.getString("fault"))))
                .list();
        var counted = jdbc.sql(
                        "select count(distinct l.chain) as chains, count(*) as events from rectification.trail_link l where "
                                + SELECTED)
                .params(selection(round, organisation))
                .query((row, number) -> new long[] {row.getLong("chains"), row.getLong("events")})
                .single();
        return new Verification(faults.isEmpty(), counted[0], counted[1], faults);
    }

    /** @throws NoSuchElementException for a selection that is not the reader's to see */
    public void demandReadable(String personId, @Nullable String round, @Nullable String organisation) {
        var reach = visibility.scopeOf(personId).reach();
        var own = round != null
                && organisation != null
                && (reach == Scope.Reach.TEAM || reach == Scope.Reach.ORGANISATION)
                && visibility.seesCase(personId, round, organisation);
        if (reach != Scope.Reach.COUNTY && !own) {
            throw new NoSuchElementException("not this reader's trail");
        }
    }

    private static Map<String, Object> selection(@Nullable String round, @Nullable String organisation) {
        var selection = new HashMap<String, Object>();
        selection.put("round", round);
        selection.put("organisation", organisation);
        return selection;
    }

    private void append(OutputStream out, Map<String, Object> line) {
        try {
            out.write((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line is plain data", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the reader is gone", e);
        }
    }

    /** @param faults empty when every event stands as it was written, and none is missing or has been slipped in */
    public record Verification(boolean verified, long chains, long events, List<Fault> faults) {}

    /**
     * @param position within its chain; null for an event that is in none
     * @param event null where the end of a chain is missing
     */
    public record Fault(String chain, @Nullable Long position, @Nullable Long event, String fault, String message) {

        private static String sentence(String fault) {
            return switch (fault) {
                case "EVENT_CHANGED" -> "该条留痕的内容被改动。";
                case "EVENT_REMOVED" -> "该条留痕被删除。";
                case "EVENT_SLIPPED_IN" -> "该条留痕未经系统写入。";
                case "LINK_CHANGED" -> "该条留痕的校验链被改动。";
                default -> "该事项最近的留痕被删除。";
            };
        }
    }
}
