package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Browserless;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.rectification.trail.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Feature(59)
class TrailIT {

    private static final String FIRST = "0".repeat(64);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private Trail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectMapper json;

    private OpenRound round;
    private String selection;

    @BeforeEach
    void roundIsOpen() {
        if (round == null) {
            round = new OpenRound(port, jdbc, register, "tr").registered().opened();
            selection = "?round=" + round.roundId() + "&organisation=" + round.town();
        }
    }

    @Test
    @DisplayName("Row 59: nothing is ever deleted; whoever tries by SQL leaves the finding and its trail in place")
    void aDeletedItemIsStillInTheTrailAndTheExportVerifies() throws Exception {
        var finding = round.ofTown(2);
        for (var statement : List.of(
                "delete from rectification.finding where id = '" + finding + "'",
                "truncate rectification.finding cascade",
                "delete from rectification.plan_line",
                "truncate rectification.plan_version_line",
                "delete from rectification.event",
                "update rectification.event set actor = 'x'",
                "delete from rectification.trail_link",
                "delete from rectification.trail_head")) {
            if (statement.contains("plan_line")) {
                continue; // empty here; refused row by row
            }
            assertThatThrownBy(() -> jdbc.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
        noted(finding);
        var lines = export("tr-secretary");
        assertThat(lines).extracting(line -> line.path("content").asText()).anyMatch(text -> text.contains(finding));
        assertFollowsByHand(lines);
        assertThat(verification("office").path("verified").asBoolean()).isTrue();
        assertThat(verification("office").path("events").asInt()).isEqualTo(lines.size());
    }

    @ParameterizedTest
    @CsvSource({"EVENT_CHANGED", "EVENT_REMOVED", "EVENT_SLIPPED_IN", "LINK_CHANGED", "END_REMOVED"})
    @DisplayName("Row 59: one row changed by a superuser with the triggers off is named")
    void whatASuperuserChangesIsNamed(String fault) throws Exception {
        var event = append("tr-" + fault);
        var repair = tamper(fault, event);
        try {
            var found = verification("discipline");
            assertThat(found.path("verified").asBoolean()).isFalse();
            var named = found.path("faults").get(0);
            assertThat(named.path("fault").asText()).isEqualTo(fault);
            assertThat(named.path("message").asText()).endsWith("。");
            if (!fault.equals("END_REMOVED") && !fault.equals("EVENT_SLIPPED_IN")) {
                assertThat(named.path("event").asLong()).isEqualTo(event);
            }
        } finally {
            withoutTriggers(repair);
        }
        assertThat(verification("discipline").path("faults")).isEmpty();
    }

    @Test
    @DisplayName("Thirty people at the same moment make one chain per case, and cases do not wait for each other")
    void chainsAreWholeHoweverManyWriteAtOnce() throws Exception {
        var before = export("office").size();
        var others = new ArrayList<CompletableFuture<Void>>();
        for (int index = 0; index < 30; index++) {
            others.add(CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
                append("tr-one");
                append("tr-two");
            })));
        }
        CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        var lines = export("office");
        assertThat(lines).hasSize(before + 60);
        assertFollowsByHand(lines);

        // A case whose act is not finished holds up nobody else, of its own case neither.
        transaction.executeWithoutResult(status -> {
            append("tr-slow");
            CompletableFuture.runAsync(() -> transaction.executeWithoutResult(other -> append("tr-quick")))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        });
        assertThat(verification("office").path("verified").asBoolean()).isTrue();
    }

    @Test
    @Clause("S09")
    void aTownshipReadsItsOwnTrailAndNobodyElses() throws Exception {
        for (var reader : List.of("office", "discipline", "cadre", "tr-secretary", "tr-clerk")) {
            assertThat(get(reader, "/api/trail.jsonl" + selection).statusCode())
                    .as(reader)
                    .isEqualTo(200);
        }
        for (var other : List.of("tr-village1", "tr-person1", "qx-secretary", "admin")) {
            assertThat(get(other, "/api/trail.jsonl" + selection).statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(get(other, "/api/trail/verification" + selection).statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(get("tr-secretary", "/api/trail.jsonl").statusCode()).isEqualTo(404);
        assertThat(get("tr-secretary", "/api/trail.jsonl?round=" + round.roundId())
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("office", "/api/trail/verification").statusCode()).isEqualTo(200);
    }

    @Test
    void whatAReaderMayNotSeeIsWithheldAndTheChainStillFollows() throws Exception {
        var finding = round.ofTown(1);
        jdbc.sql("update rectification.finding set addressee = 'PRINCIPAL' where id = ?")
                .param(finding)
                .update();
        noted(finding);
        try {
            var lines = export("tr-clerk");
            assertThat(lines.toString()).doesNotContain(finding);
            assertThat(export("tr-secretary").toString()).contains(finding);
            assertFollowsByHand(lines);
        } finally {
            jdbc.sql("update rectification.finding set addressee = 'TEAM' where id = ?")
                    .param(finding)
                    .update();
        }
    }

    /** As anybody can do it with the export alone: the recipe of the decision page. */
    private static void assertFollowsByHand(List<JsonNode> lines) throws Exception {
        var heads = new HashMap<String, String>();
        var positions = new HashMap<String, Long>();
        assertThat(lines).isNotEmpty();
        for (var line : lines) {
            var chain = line.path("chain").asText();
            assertThat(line.path("position").asLong()).isEqualTo(positions.merge(chain, 1L, Long::sum));
            assertThat(line.path("previous").asText()).isEqualTo(heads.getOrDefault(chain, FIRST));
            if (line.hasNonNull("content")) {
                assertThat(line.path("contentHash").asText())
                        .isEqualTo(sha256(line.path("content").asText()));
            }
            var hash = sha256(line.path("previous").asText() + "\n"
                    + line.path("contentHash").asText());
            assertThat(line.path("hash").asText()).isEqualTo(hash);
            heads.put(chain, hash);
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void noted(String finding) {
        trail.finding(
                "tr-clerk", round.roundId(), round.town(), finding, "NOTED", null, Map.of("about", finding), null);
    }

    private long append(String actor) {
        trail.organisation(actor, round.roundId(), round.town(), "NOTED", Map.of("text", "甲", "by", actor));
        return jdbc.sql("select max(id) from rectification.event where actor = ?")
                .param(actor)
                .query(Long.class)
                .single();
    }

    /** Does the harm and returns what undoes it. */
    private String tamper(String fault, long event) {
        var content = jdbc.sql("select row_to_json(e)::text from rectification.event e where id = ?")
                .param(event)
                .query(String.class)
                .single()
                .replace("'", "''");
        var link = jdbc.sql("select row_to_json(l)::text from rectification.trail_link l where event_id = ?")
                .param(event)
                .query(String.class)
                .single();
        var eventBack =
                "insert into rectification.event overriding system value select * from json_populate_record(null::rectification.event, '"
                        + content + "')";
        var linkBack =
                "insert into rectification.trail_link select * from json_populate_record(null::rectification.trail_link, '"
                        + link + "')";
        switch (fault) {
            case "EVENT_CHANGED" -> {
                withoutTriggers("update rectification.event set actor = 'nobody' where id = " + event);
                return "update rectification.event set actor = 'tr-EVENT_CHANGED' where id = " + event;
            }
            case "EVENT_REMOVED" -> {
                withoutTriggers("delete from rectification.event where id = " + event);
                return eventBack;
            }
            case "EVENT_SLIPPED_IN" -> {
                withoutTriggers(
                        "insert into rectification.event (at, actor, round_id, organisation_id, kind) select at, 'ghost', round_id, organisation_id, kind from rectification.event where id = "
                                + event);
                return "delete from rectification.event where actor = 'ghost'";
            }
            case "LINK_CHANGED" -> {
                withoutTriggers("update rectification.trail_link set previous = hash where event_id = " + event);
                return "delete from rectification.trail_link where event_id = " + event + ";" + linkBack;
            }
            default -> {
                withoutTriggers("delete from rectification.trail_link where event_id = " + event
                        + "; delete from rectification.event where id = " + event);
                return eventBack + ";" + linkBack;
            }
        }
    }

    private void withoutTriggers(String statements) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            for (var statement : statements.split(";(?=\\s*(?:insert|delete|update))")) {
                jdbc.sql(statement).update();
            }
        });
    }

    private List<JsonNode> export(String reader) throws Exception {
        var lines = new ArrayList<JsonNode>();
        for (var line : get(reader, "/api/trail.jsonl" + selection).body().split("\n")) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private JsonNode verification(String reader) throws Exception {
        return json.readTree(get(reader, "/api/trail/verification" + selection).body());
    }

    private java.net.http.HttpResponse<String> get(String login, String path) {
        return new Browserless(port, login, TestPeople.PASSWORD).send("GET", path, null, null);
    }

    /** A new table is protected, or named here with the reason why its rows may go. */
    @Test
    @Feature(59)
    void noTableThatMattersLetsItsRowsGo() {
        var mayGo = List.of(
                "demo_round", // how far the demo was built
                "digest", // what somebody was told last
                "draft", // until it is handed in
                "flyway_schema_history",
                "plan_import", // an upload that nobody confirmed
                "plan_import_row",
                "plan_measure", // of a draft; issued ones stand in the versions
                "rehearsal_clock",
                "upload_day", // what somebody uploaded that day
                "warning_seen"); // who put a notice aside
        assertThat(jdbc.sql(
                                """
                                select c.relname from pg_class c
                                 where c.relnamespace = 'rectification'::regnamespace and c.relkind = 'r'
                                   and not exists (select from pg_trigger t where t.tgrelid = c.oid
                                        and not t.tgisinternal and (t.tgtype & 8) > 0)
                                 order by 1""")
                        .query(String.class)
                        .list())
                .isEqualTo(mayGo);
    }
}
