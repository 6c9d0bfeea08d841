package org.rectification.round;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.support.Browserless;
import org.rectification.support.Clause;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's own start of a round: whichever of its ways in is taken, the same rule book as at our own door. */
@RectificationTest
class EngineStartDoorIT {

    private static final String BY_KEY = "/process-definition/key/inspectionRound";
    private static final String OTHER_REST = "/engine-rest/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    private Browserless office;
    private int before;

    @BeforeEach
    void countWhatIsThere() {
        engine.getJobExecutor().shutdown();
        office = login("office");
        before = rows();
    }

    static Stream<String> waysIn() {
        return Stream.of(Browserless.REST, Browserless.WEB, OTHER_REST)
                .flatMap(door -> Stream.of(door + BY_KEY, door + "/process-definition/{id}"))
                .flatMap(definition -> Stream.of(definition + "/start", definition + "/submit-form"));
    }

    @ParameterizedTest
    @MethodSource("waysIn")
    @Clause("S01")
    void aRoundIsStartedOnceWhateverTheWayIn(String way) throws Exception {
        var path = way.replace("{id}", definition("inspectionRound").getId());
        var round = round(way);

        var first = post(office, path, start(round.text()));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        var instance = SampleRound.JSON.readTree(first.body());
        assertThat(instance.path("id").asText()).isNotBlank();
        assertThat(instance.path("definitionId").asText())
                .isEqualTo(definition("inspectionRound").getId());
        assertThat(instance.path("businessKey").asText())
                .isEqualTo(round.node().path("roundNumber").asText() + "/第一批次/市委巡察一组");
        assertThat(instance.path("ended").isBoolean()).isTrue();
        assertThat(runtime.getVariables(instance.path("id").asText())).containsOnlyKeys("roundId");

        var again = post(office, path, start(round.text()));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(SampleRound.JSON.readTree(again.body()).path("id")).isEqualTo(instance.path("id"));

        round.finding(0, 0).put("problem", "另一个问题。");
        var conflict = post(office, path, start(round.text()));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(pointer(conflict)).isEqualTo("/roundNumber");
        assertThat(jdbc.sql("select count(*) from rectification.round where round_number = ?")
                        .param(round.node().path("roundNumber").asText())
                        .query(Integer.class)
                        .single())
                .isOne();
        noRoundVariable();
    }

    @ParameterizedTest
    @MethodSource("waysIn")
    void nobodyButTheInspectionOfficeStartsARound(String way) {
        var path = way.replace("{id}", definition("inspectionRound").getId());
        for (var person : List.of("team", "discipline", "qx-clerk", "admin")) {
            var answer = post(login(person), path, start(round(way + person).text()));

            assertThat(answer.statusCode()).as(person + answer.body()).isEqualTo(403);
        }
        var stranger =
                post(new Browserless(port, "", ""), path, start(round(way).text()));
        assertThat(stranger.statusCode()).as(stranger.body()).isIn(401, 403);
        if (!path.startsWith(Browserless.WEB)) {
            assertThat(stranger.statusCode()).isEqualTo(401);
        }
        nothingStored();
    }

    @Test
    void aBusinessKeyIsTheRoundsOwnOrAbsent() throws Exception {
        var round = round("编号");
        var start = start(round.text());
        var body = (ObjectNode) SampleRound.JSON.readTree(start);

        var wrong = post(
                office,
                Browserless.REST + BY_KEY + "/start",
                body.put("businessKey", "别的编号").toString());

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(pointer(wrong)).isEqualTo("/businessKey");
        nothingStored();
        body.put("businessKey", round.node().path("roundNumber").asText() + "/第一批次/市委巡察一组");
        assertThat(post(office, Browserless.REST + BY_KEY + "/start", body.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void blanksAroundAStartMeanNothing() {
        var blanks = " \r\n\t".repeat(50);

        var answer = post(
                office,
                Browserless.REST + BY_KEY + "/start",
                blanks + start(round("空白").text()) + blanks);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void identicalStartsAtBothDoorsAtOnceMakeOneRound() throws Exception {
        var round = round("两门");
        var pool = Executors.newFixedThreadPool(40);
        var instances = new HashSet<String>();
        var created = 0;
        try {
            var starts = IntStream.range(0, 200)
                    .<Callable<HttpResponse<String>>>mapToObj(index -> index % 2 == 0
                            ? () -> post(office, "/api/inspection-rounds", round.text())
                            : () -> post(office, Browserless.REST + BY_KEY + "/start", start(round.text())))
                    .toList();
            for (var each : pool.invokeAll(starts)) {
                var answer = each.get();
                assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
                created += answer.statusCode() == 201 ? 1 : 0;
                var body = SampleRound.JSON.readTree(answer.body());
                instances.add(
                        body.path("processInstanceId").asText(body.path("id").asText()));
            }
        } finally {
            pool.shutdown();
        }
        assertThat(created).isLessThanOrEqualTo(1);
        assertThat(instances).hasSize(1);
        assertThat(rows() - before)
                .as("a round, two findings, an event, a process")
                .isEqualTo(5);
    }

    @Test
    void calledProcessesAreNotStartedByHand() {
        var called = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(each -> !List.of("inspectionRound", "accountability", "planAmendment", "supervisionNotice")
                        .contains(each.getKey()))
                .toList();
        assertThat(called)
                .extracting(ProcessDefinition::getKey)
                .contains("organisationRectification", "feedback", "planDrafting", "subLedger", "findingRectification");
        var instances = runtime.createProcessInstanceQuery().count();
        for (var person : List.of(office, login("admin"))) {
            for (var process : called) {
                for (var door : List.of(Browserless.REST, Browserless.WEB)) {
                    for (var way : List.of(
                            "/process-definition/key/" + process.getKey() + "/start",
                            "/process-definition/key/" + process.getKey() + "/submit-form",
                            "/process-definition/" + process.getId() + "/start",
                            "/process-definition/" + process.getId() + "/submit-form")) {
                        assertThat(post(person, door + way, "{\"variables\":{}}")
                                        .statusCode())
                                .as(door + way)
                                .isEqualTo(403);
                    }
                }
            }
        }
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(instances);
    }

    @Test
    @DisplayName("300 malformed starts: 400 with a pointer, nothing stored")
    void malformedStartsAreRefusedWithAPointerAndStoreNothing() throws Exception {
        var starts = MalformedRounds.all(LocalDate.now(clock).plusDays(1));
        assertThat(starts).hasSizeGreaterThanOrEqualTo(300);

        var softly = new SoftAssertions();
        for (var malformed : starts) {
            var answer = post(office, Browserless.REST + BY_KEY + "/start", start(malformed.text()));
            softly.assertThat(answer.statusCode())
                    .as(malformed.name() + ": " + answer.body())
                    .isEqualTo(400);
            softly.assertThat(pointerNode(answer).isTextual())
                    .as(malformed.name() + ": " + answer.body())
                    .isTrue();
        }
        softly.assertAll();
        nothingStored();
    }

    /** Each is the wrapper around a round with one thing wrong; {@code $} stands for a round that is accepted. */
    static Stream<String> malformedWrappers() {
        return Stream.of(
                "",
                " ",
                "null",
                "true",
                "7",
                "\"$\"",
                "[]",
                "[{}]",
                "{",
                "}{",
                "{}",
                "{}{}",
                "{'variables':{}}",
                "<start/>",
                "\u0000",
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"variables\":".repeat(10_000) + "1" + "}".repeat(10_000),
                "{\"businessKey\":{},\"variables\":{\"round\":{\"type\":\"Json\",\"value\":$}}}",
                "{\"businessKey\":[],\"variables\":{\"round\":{\"type\":\"Json\",\"value\":$}}}",
                "{\"businessKey\":\"\\u0000\",\"variables\":{\"round\":{\"type\":\"Json\",\"value\":$}}}",
                "{\"businessKey\":\"\\ud800\",\"variables\":{\"round\":{\"type\":\"Json\",\"value\":$}}}",
                "{\"variables\":null}",
                "{\"variables\":[]}",
                "{\"variables\":7}",
                "{\"variables\":\"round\"}",
                "{\"variables\":{}}",
                "{\"variables\":{\"round\":null}}",
                "{\"variables\":{\"round\":7}}",
                "{\"variables\":{\"round\":$}}",
                "{\"variables\":{\"round\":[]}}",
                "{\"variables\":{\"round\":{}}}",
                wrapped("\"type\":\"Json\""),
                wrapped("\"type\":\"Json\",\"value\":null"),
                wrapped("\"type\":\"Json\",\"value\":7"),
                wrapped("\"type\":\"Json\",\"value\":true"),
                wrapped("\"type\":\"Json\",\"value\":{}"),
                wrapped("\"type\":\"Json\",\"value\":[$]"),
                wrapped("\"type\":\"Json\",\"value\":\"\""),
                wrapped("\"type\":\"Json\",\"value\":\"\\u0000\""),
                wrapped("\"type\":\"Json\",\"value\":\"\\ud800\""),
                wrapped("\"type\":\"Json\",\"value\":$,\"valueInfo\":7"),
                wrapped("\"type\":\"Json\",\"value\":$,\"valueInfo\":{\"transient\":\"x\"}"),
                wrapped("\"value\":$"),
                wrapped("\"value\":7"),
                wrapped("\"value\":{}"),
                wrapped("\"type\":null,\"value\":$"),
                wrapped("\"type\":\"\",\"value\":$"),
                wrapped("\"type\":7,\"value\":$"),
                wrapped("\"type\":{},\"value\":$"),
                wrapped("\"type\":\"Nothing\",\"value\":$"),
                wrapped("\"type\":\"\\u0000\",\"value\":$"),
                wrapped("\"type\":\"String\",\"value\":$"),
                wrapped("\"type\":\"Xml\",\"value\":$"),
                wrapped(
                        "\"type\":\"Xml\",\"value\":\"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>\""),
                wrapped("\"type\":\"Bytes\",\"value\":$"),
                wrapped("\"type\":\"Bytes\",\"value\":7"),
                wrapped("\"type\":\"Date\",\"value\":\"tomorrow\""),
                wrapped("\"type\":\"Number\",\"value\":7"),
                wrapped("\"type\":\"Null\",\"value\":null"),
                wrapped("\"type\":\"Integer\",\"value\":$"),
                wrapped("\"type\":\"File\",\"value\":$"),
                wrapped("\"type\":\"File\",\"value\":$,\"valueInfo\":{\"filename\":\"../round\"}"),
                wrapped("\"type\":\"File\",\"value\":$,\"valueInfo\":{\"filename\":\"r\",\"encoding\":\"none\"}"),
                wrapped("\"type\":\"Object\",\"value\":$"),
                wrapped(
                        "\"type\":\"Object\",\"value\":\"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==\",\"valueInfo\":"
                                + "{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}"),
                wrapped("\"type\":\"Object\",\"value\":$,\"valueInfo\":{\"objectTypeName\":\"java.util.Map\","
                        + "\"serializationDataFormat\":\"application/json\"}"),
                "{\"variables\":{\"round\":{\"type\":\"Json\",\"value\":$},\"roundId\":{\"value\":\"x\"}}}",
                "{\"variables\":{\"round\":{\"type\":\"Json\",\"value\":$},\"\":{\"value\":\"x\"}}}",
                "{\"variables\":{\"Round\":{\"type\":\"Json\",\"value\":$}}}",
                "{\"variables\":{\"round\":{\"type\":\"Json\",\"value\":$}},\"startInstructions\":[null]}",
                "{\"variables\":{\"round\":{\"type\":\"Json\",\"value\":$}},\"startInstructions\":[{}]}",
                "{\"variables\":{\"round\":{\"type\":\"Json\",\"value\":$}},\"startInstructions\":[{\"type\":\"none\"}]}",
                "{\"variables\":{\"round\":{\"type\":\"Json\",\"value\":$}},\"startInstructions\":"
                        + "[{\"type\":\"startBeforeActivity\",\"activityId\":\"endEvent_roundClosed\"}]}");
    }

    private static String wrapped(String variable) {
        return "{\"variables\":{\"round\":{" + variable + "}}}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Browserless.REST + BY_KEY + "/start",
                Browserless.REST + BY_KEY + "/submit-form",
                Browserless.WEB + BY_KEY + "/start",
                Browserless.WEB + BY_KEY + "/submit-form"
            })
    @DisplayName("Wrappers around a round that are malformed themselves: 4xx, nothing stored")
    void malformedWrappersAreRefused(String path) {
        var round = quoted(round("包装").text());
        var softly = new SoftAssertions();
        malformedWrappers().forEach(wrapper -> {
            var answer = post(office, path, wrapper.replace("$", round));
            softly.assertThat(answer.statusCode())
                    .as(shortened(wrapper) + ": " + answer.body())
                    .isBetween(400, 499);
        });
        softly.assertThat(office.send("POST", path, null, null).statusCode())
                .as("no body")
                .isBetween(400, 499);
        for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "json")) {
            var answer = office.send("POST", path, start(round("类型").text()), type);
            softly.assertThat(answer.statusCode())
                    .as(type + ": " + answer.body())
                    .isBetween(400, 499);
        }
        softly.assertAll();
        nothingStored();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest//process-definition/key/inspectionRound/start",
                "/engine-rest/./process-definition/key/inspectionRound/start",
                "/engine-rest/x/../process-definition/key/inspectionRound/start",
                "/engine-rest/process-definition/key/inspectionRound;a=b/start",
                "/engine-rest/process-definition/key/inspectionRound/start;a=b",
                "/engine-rest/process-definition/key/inspectionRound/start/",
                "/engine-rest/process-definition/key/inspection%52ound/start",
                "/engine-rest/process-definition/key/inspectionRound%2fstart",
                "/engine-rest/process-definition/key/inspectionRound/%73tart",
                "/engine-rest/process-definition/key/INSPECTIONROUND/start",
                "/engine-rest/process-definition/key/inspectionRound/tenant-id/qingxi-town/start",
                "/camunda/../engine-rest/process-definition/key/inspectionRound/start",
                "/camunda/api/engine/engine/default/process-definition/key/inspectionRound/start/",
                "/camunda/api//engine/engine/default/process-definition/key/inspectionRound/start",
                "/camunda/api/engine/engine/none/process-definition/key/inspectionRound/start"
            })
    @DisplayName("Path tricks bring nobody past the rule book")
    void pathTricksBringNobodyPastTheRuleBook(String path) {
        var refused = post(login("qx-clerk"), path, start(round("路径").text()));
        assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 499);
        var malformed = post(office, path, start("{}"));
        assertThat(malformed.statusCode()).as(malformed.body()).isBetween(400, 499);
        nothingStored();
    }

    private static String start(String round) {
        return wrapped("\"type\":\"Json\",\"value\":" + quoted(round));
    }

    /** As a JSON text; half a surrogate pair stays escaped on the wire. */
    private static String quoted(String text) {
        try {
            return SampleRound.JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 120));
    }

    private static HttpResponse<String> post(Browserless person, String path, String json) {
        return person.send("POST", path, json, "application/json");
    }

    private Browserless login(String person) {
        return new Browserless(port, person, TestPeople.PASSWORD).loggedIn();
    }

    private ProcessDefinition definition(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private SampleRound round(String name) {
        var round = SampleRound.small(LocalDate.now(clock).minusDays(1));
        var number = Base64.getEncoder()
                .encodeToString(Integer.toString(name.hashCode()).getBytes(StandardCharsets.UTF_8));
        round.node().put("roundNumber", "引擎门" + number);
        return round;
    }

    private static String pointer(HttpResponse<String> answer) throws JsonProcessingException {
        return pointerNode(answer).asText();
    }

    private static JsonNode pointerNode(HttpResponse<String> answer) throws JsonProcessingException {
        return SampleRound.JSON.readTree(answer.body()).at("/errors/0/pointer");
    }

    private void nothingStored() {
        assertThat(rows()).isEqualTo(before);
        noRoundVariable();
    }

    private int rows() {
        return jdbc.sql(
                        """
                        select (select count(*) from rectification.round) + (select count(*) from rectification.finding)
                             + (select count(*) from rectification.event) + (select count(*) from act_hi_procinst)""")
                .query(Integer.class)
                .single();
    }

    private void noRoundVariable() {
        assertThat(jdbc.sql(
                                """
                                select (select count(*) from act_ru_variable where name_ = 'round')
                                     + (select count(*) from act_hi_varinst where name_ = 'round')
                                     + (select count(*) from act_hi_detail where name_ = 'round')""")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
