package org.rectification.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Browserless;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.rectification.support.StandIn;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who records, decides, writes and reads, through every door. */
@RectificationTest
@Clause({"S37", "S38"})
class MeetingDoorsIT {

    private static final String RECORD_VILLAGE = "userTask_recordMeetingOfVillage";
    private static final String RECORD_TOWN = "userTask_recordMeetingOfTown";
    private static final String SENTENCE = "独有语句甲乙丙丁戊己庚辛";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Test
    @Feature(36)
    void aVillagesMeetingIsItsSecretarysAtEveryDoorAndNeedsRecordAndScan() {
        var town = new CheckedRound(port, beans, "tma", 1);
        var task = town.round.task(RECORD_VILLAGE);
        var entry = Map.of(
                "outcome",
                "HELD",
                "heldOn",
                town.round.today().toString(),
                "chair",
                "村支书",
                "attendance",
                9,
                "record",
                "逐项对照。");
        town.doors.refuse("tma-village1", task, entry, "请上传“第一村党支部（演示）巡察整改专题组织生活会”的会议记录扫描件。", "scanFile");
        town.doors.refuse(
                "tma-village1", task, Map.of("outcome", "NOT_HELD"), "请填写“第一村党支部（演示）巡察整改专题组织生活会”未召开的理由。", "reason");
        for (var stranger : List.of("admin", "tma-leader2", "tma-secretary", "tma-discipline", "office")) {
            town.doors.closed(stranger, task, entry);
            assertThat(ownDoor(town, stranger, "tma-v1", "record", entry))
                    .as(stranger)
                    .isIn(404, 422);
        }
        var signed = new java.util.HashMap<String, Object>(entry);
        signed.put("scanFile", town.upload("tma-village1", "会议记录.pdf"));
        town.doors.complete(Door.SUBMIT_FORM, "tma-village1", task, signed);

        var row = meeting(town, "tma-clerk", "tma-v1");
        assertThat(row.path("state").asText()).isEqualTo("已召开");
        assertThat(row.path("meeting").path("recordedBy").asText()).isEqualTo("甲tma-village1");
        assertThat(row.path("meeting").path("onBehalfOf").isTextual()).isFalse();
        assertThat(ownDoor(town, "tma-clerk", "tma-v1", "record", signed))
                .as("recorded once")
                .isEqualTo(422);
    }

    @Test
    @Feature(36)
    void theClerkFillsInForVillagesFromOneListAndBothNamesAreShown() {
        var town = new CheckedRound(port, beans, "tmb", 1);
        var task = town.round.task(RECORD_VILLAGE);
        var cases = town.get("tmb-clerk", "/thematic-meetings");
        assertThat(cases).hasSize(1);
        assertThat(cases.at("/0/meetings")).hasSize(2).allMatch(row -> row.path("mayRecord")
                .asBoolean());
        assertThat(town.get("tmb-village1", "/thematic-meetings").at("/0/meetings"))
                .as("a village sees its own")
                .hasSize(1);
        assertThat(town.get("tmb-village1", "/thematic-meetings").at("/0/members"))
                .isEmpty();

        assertThat(ownDoor(
                        town, "tmb-clerk", "tmb-v1", "record", Map.of("outcome", "NOT_HELD", "reason", "党支部换届，推迟召开。")))
                .isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from act_ru_task where id_ = ?")
                        .param(task)
                        .query(Integer.class)
                        .single())
                .as("the branch secretary's task is done with it")
                .isZero();
        var row = meeting(town, "tmb-secretary", "tmb-v1");
        assertThat(row.path("meeting").path("recordedBy").asText()).isEqualTo("甲tmb-clerk");
        assertThat(row.path("meeting").path("onBehalfOf").asText()).isEqualTo("甲tmb-village1");
        assertThat(row.path("state").asText()).isEqualTo("未召开，待党委书记审核理由");
        assertThat(row.path("mayDecide").asBoolean()).isTrue();

        for (var stranger : List.of("admin", "tmb-clerk", "tmb-village1", "tmb-leader1", "office")) {
            assertThat(ownDoor(town, stranger, "tmb-v1", "decision", Map.of("decision", "ACCEPT")))
                    .as(stranger)
                    .isIn(404, 422);
            town.doors.closed(stranger, town.round.task("userTask_judgeReasonOfVillage"), Map.of("decision", "ACCEPT"));
        }
        assertThat(ownDoor(town, "tmb-secretary", "tmb-v1", "decision", Map.of("decision", "ACCEPT")))
                .isEqualTo(204);
        assertThat(meeting(town, "tmb-clerk", "tmb-v1").path("state").asText()).isEqualTo("未召开，理由已认可");
    }

    @Test
    @Feature({36, 58})
    void theScanThatTheClerkUploadsForAVillageIsReadByThatVillageToo() {
        var town = new CheckedRound(port, beans, "tme", 1);
        var today = town.round.today();
        new StandIn(town, jdbc, register).village("tme-village9", "tme-v9");
        var scan = town.upload("tme-clerk", "村会议记录.pdf");
        var file = "/files/" + scan;
        assertThat(at("tme-village1", "GET", file, null)).as("not used yet").isEqualTo(404);
        assertThat(ownDoor(
                        town,
                        "tme-clerk",
                        "tme-v1",
                        "record",
                        Map.of(
                                "outcome",
                                "HELD",
                                "heldOn",
                                today.toString(),
                                "chair",
                                "村支书",
                                "attendance",
                                9,
                                "record",
                                "逐项对照。",
                                "scanFile",
                                scan)))
                .isEqualTo(204);
        var shown = meeting(town, "tme-village1", "tme-v1");
        assertThat(shown.path("meeting").path("scanFile").asText()).isEqualTo(scan);
        for (var reader :
                List.of("tme-village1", "tme-clerk", "tme-secretary", "tme-leader2", "tme-discipline", "office")) {
            assertThat(at(reader, "GET", file, null)).as(reader).isEqualTo(200);
            assertThat(town.get(reader, "/files?ids=" + scan)).as(reader).hasSize(1);
        }
        for (var other : List.of("tme-village9", "tme-person4", "admin", "bs-clerk")) {
            assertThat(at(other, "GET", file, null)).as(other).isEqualTo(404);
            assertThat(town.get(other, "/files?ids=" + scan)).as(other).isEmpty();
        }
        assertThat(at("tme-clerk", "DELETE", file, null))
                .as("it is a record now")
                .isEqualTo(404);
    }

    @Test
    @Feature(37)
    void aComparisonTextListsThePortfolioAndIsReadByTheMemberTheSecretaryAndSupervisorsAlone() {
        var town = new CheckedRound(port, beans, "tmc", 2);
        var led = jdbc.sql(
                        "select responsible_leader from rectification.finding where round_id = ? and level = 'VILLAGE' limit 1")
                .param(town.round.roundId())
                .query(String.class)
                .single();
        var own = town.get(led, "/comparisons").get(0);
        var id = own.path("id").asText();
        assertThat(own.at("/text/aspects").findValuesAsText("id"))
                .as("every finding of the portfolio is listed")
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("select id from rectification.finding where round_id = ? and responsible_leader = ?")
                                .params(town.round.roundId(), led)
                                .query(String.class)
                                .list());
        var sections = own.at("/text/aspects").findValuesAsText("aspect");
        var entry = Map.of(
                "aspects",
                sections.stream()
                        .map(aspect -> Map.of("aspect", aspect, "rootCause", SENTENCE, "selfCheck", "抓落实不够。"))
                        .toList());
        var readers = List.of(led, "tmc-secretary", "office", "discipline", "cadre");
        var others = new java.util.ArrayList<>(List.of(
                "admin",
                "tmc-clerk",
                "tmc-leader1",
                "tmc-leader2",
                "tmc-leader3",
                "tmc-discipline",
                "tmc-village1",
                "tmc-person1",
                "team"));
        others.remove(led);

        // Typed, not handed in: nobody else finds it anywhere.
        assertThat(at(led, "PUT", "/drafts/comparison/" + id, entry)).isEqualTo(200);
        assertThat(tablesWithTheSentence()).containsExactly("rectification.draft");
        for (var other : List.of("admin", "tmc-clerk", "tmc-secretary", "office")) {
            assertThat(at(other, "GET", "/drafts/comparison/" + id, null))
                    .as(other)
                    .isEqualTo(404);
            assertThat(at(other, "PUT", "/drafts/comparison/" + id, entry))
                    .as(other)
                    .isEqualTo(404);
        }
        for (var other : others) {
            assertThat(at(other, "POST", "/comparisons/" + id + "/text", entry))
                    .as(other)
                    .isEqualTo(404);
        }
        var missing = town.post(led, "/comparisons/" + id + "/text", Map.of("aspects", List.of()));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("缺少“" + sections.get(0) + "”的对照检查。");

        assertThat(at(led, "POST", "/comparisons/" + id + "/text", entry)).isEqualTo(200);
        assertThat(at(
                        led,
                        "POST",
                        "/comparisons/" + id + "/criticisms",
                        Map.of("critic", "周书记", "content", SENTENCE + "二")))
                .isEqualTo(204);
        assertThat(tablesWithTheSentence())
                .as("neither the engine nor its history, the trail nor a draft holds a word of it")
                .containsExactly("rectification.comparison_criticism", "rectification.comparison_text");
        for (var reader : readers) {
            assertThat(town.answer(reader, "/comparisons/" + id).body())
                    .as(reader)
                    .contains(SENTENCE, SENTENCE + "二");
        }
        for (var other : others) {
            assertThat(town.answer(other, "/comparisons/" + id).statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(town.answer(other, "/comparisons").body()).as(other).doesNotContain(SENTENCE);
        }
        for (var other : List.of("admin", "tmc-clerk")) {
            for (var path : List.of(
                    "/task",
                    "/variable-instance?deserializeValues=false",
                    "/history/variable-instance?deserializeValues=false",
                    "/history/detail",
                    "/history/user-operation",
                    "/history/task")) {
                for (var door : List.of(Browserless.REST, Browserless.WEB)) {
                    assertThat(new Browserless(port, other, TestPeople.PASSWORD)
                                    .loggedIn()
                                    .at(door, "GET", path, null)
                                    .body())
                            .as(other + " " + door + path)
                            .doesNotContain(SENTENCE);
                }
            }
        }
        var trail = town.answer(
                        "tmc-secretary",
                        "/trail.jsonl?round=" + town.round.roundId() + "&organisation=" + town.round.town())
                .body();
        assertThat(trail)
                .contains(
                        "COMPARISON_WRITTEN",
                        town.get(led, "/comparisons/" + id).path("sha256").asText())
                .doesNotContain(SENTENCE);
        assertThat(town.answer("tmc-clerk", "/thematic-meetings").body())
                .contains("\"written\":true")
                .doesNotContain(SENTENCE);
        noExportHoldsIt(town, led);
    }

    /** Not even for those who may read it in the application. */
    private void noExportHoldsIt(CheckedRound town, String member) {
        var of = "round=" + town.round.roundId() + "&organisation=" + town.round.town();
        var hearing = "/hearings/" + town.round.roundId() + "/" + town.round.town() + "/pack.docx";
        var handedOut = new TreeSet<String>();
        for (var export : List.of("/ledger.xlsx?" + of, "/trail.jsonl?" + of, "/plan-sheet.xlsx?" + of, hearing)) {
            for (var reader : List.of("tmc-secretary", "office", "tmc-clerk", member)) {
                export(reader, export).ifPresent(file -> {
                    handedOut.add(export.replaceFirst("[?].*", ""));
                    assertThat(file).as(reader + export).isNotEmpty().doesNotContain(SENTENCE, "抓落实不够");
                });
            }
        }
        assertThat(handedOut).as("what this case hands out at all").contains("/ledger.xlsx", "/trail.jsonl");
    }

    /** Everything that the file says, unpacked; empty where the reader does not get it. */
    private Optional<String> export(String login, String path) {
        var basic = Base64.getEncoder()
                .encodeToString((login + ":" + TestPeople.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api" + path))
                .header("Authorization", "Basic " + basic)
                .build();
        try {
            var file = Files.createTempFile("export", ".bin");
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofFile(file));
            if (answer.statusCode() != 200) {
                assertThat(answer.statusCode()).as(path).isBetween(400, 499);
                return Optional.empty();
            }
            if (path.contains(".jsonl")) {
                return Optional.of(Files.readString(file));
            }
            var words = new StringBuilder();
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    words.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return Optional.of(words.toString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theTownshipsMeetingIsNotRecordedWhileATextIsMissingWithoutAReason() {
        var town = new CheckedRound(port, beans, "tmd", 1);
        var task = town.round.task(RECORD_TOWN);
        var entry = Map.of(
                "outcome",
                "HELD",
                "heldOn",
                town.round.today().toString(),
                "chair",
                "书记",
                "attendance",
                9,
                "record",
                "逐项对照。",
                "scanFile",
                town.upload("tmd-clerk", "会议记录.pdf"));
        town.doors.refuse(
                "tmd-clerk",
                task,
                entry,
                "甲tmd-secretary、甲tmd-leader1、甲tmd-leader2、甲tmd-leader3尚未提交对照检查材料，也没有说明理由（在“专题会议”页说明），不能登记专题民主生活会。",
                "outcome");
        for (var member : List.of("tmd-secretary", "tmd-leader1", "tmd-leader2", "tmd-leader3")) {
            var path = "/thematic-meetings/" + town.round.roundId() + "/" + town.round.town() + "/excuses";
            for (var stranger : List.of("admin", "tmd-secretary", "tmd-leader1")) {
                assertThat(town.post(stranger, path, Map.of("member", member, "reason", "公出。"))
                                .statusCode())
                        .as(stranger)
                        .isIn(404, 422);
            }
            assertThat(town.post("tmd-clerk", path, Map.of("member", member)).statusCode())
                    .as("not without a reason")
                    .isEqualTo(422);
            assertThat(town.post("tmd-clerk", path, Map.of("member", member, "reason", "公出学习。"))
                            .statusCode())
                    .isEqualTo(204);
        }
        town.doors.complete(Door.COMPLETE, "tmd-clerk", task, entry);
    }

    /** Text as it is, and as the database shows binary columns. */
    private TreeSet<String> tablesWithTheSentence() {
        var found = new TreeSet<String>();
        var hex = HexFormat.of().formatHex(SENTENCE.getBytes(StandardCharsets.UTF_8));
        for (var table : jdbc.sql(
                        """
                        select table_schema || '.' || table_name from information_schema.tables
                         where table_schema in ('public', 'rectification') and table_type = 'BASE TABLE'""")
                .query(String.class)
                .list()) {
            if (jdbc.sql("select exists (select from " + table
                            + " t where t::text like '%' || ? || '%' or t::text like '%' || ? || '%')")
                    .params(SENTENCE, hex)
                    .query(Boolean.class)
                    .single()) {
                found.add(table);
            }
        }
        return found;
    }

    private int at(String login, String method, String path, Object content) {
        try {
            return new Browserless(port, login, TestPeople.PASSWORD)
                    .at(
                            "/api",
                            method,
                            path,
                            content == null
                                    ? null
                                    : new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(content))
                    .statusCode();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static int ownDoor(CheckedRound town, String login, String code, String act, Object content) {
        return town.post(
                        login,
                        "/thematic-meetings/" + town.round.roundId() + "/" + town.round.town() + "/" + code + "/" + act,
                        content)
                .statusCode();
    }

    private static JsonNode meeting(CheckedRound town, String reader, String code) {
        for (var row : town.get(reader, "/thematic-meetings").at("/0/meetings")) {
            if (row.path("meeting").path("code").asText().equals(code)) {
                return row;
            }
        }
        throw new AssertionError("no meeting " + code);
    }
}
