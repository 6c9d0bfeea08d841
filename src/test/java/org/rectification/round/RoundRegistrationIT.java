package org.rectification.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round is in the ledger and in the engine exactly once, whole, or not at all. */
@RectificationTest
class RoundRegistrationIT {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RoundRegistration registration;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @BeforeEach
    void noJobs() {
        engine.getJobExecutor().shutdown();
    }

    @Test
    void aRoundIsRegisteredWithEverythingThatBelongsToIt() {
        var round = round("一").with("baishi-town", "白石镇党委（演示）", 3, 3, 1);

        var answer = post(round.text(), "office");

        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(201);
        var body = answer.getBody();
        assertThat(answer.getHeaders().getLocation().getPath())
                .isEqualTo("/api/inspection-rounds/" + body.get("roundId").textValue());
        assertThat(body.get("organisations").intValue()).isEqualTo(2);
        assertThat(body.get("findings").intValue()).isEqualTo(8);
        assertThat(body.at("/warnings/0/pointer").textValue()).isEqualTo("/organisations/1/villages/2");
        var id = body.get("roundId").textValue();
        assertThat(count("inspected_organisation", id)).isEqualTo(2);
        assertThat(count("village", id)).isEqualTo(4);
        assertThat(count("opinion", id)).isEqualTo(2);
        assertThat(count("finding", id)).isEqualTo(8);
        assertThat(count("event", id)).isEqualTo(1);
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(body.get("processInstanceId").textValue())
                .singleResult();
        assertThat(instance.getBusinessKey()).isEqualTo("登记测试一/第一批次/市委巡察一组");
        assertThat(instance.getTenantId()).isNull();
        assertThat(runtime.getVariables(instance.getId())).containsOnlyKeys("roundId");
    }

    @Test
    void theSameContentAgainGivesTheFirstRoundWhateverItsSpelling() {
        var round = round("二");
        var first = post(round.text(), "office").getBody();
        var respelt = (ObjectNode) reversed(round.node());
        ((ObjectNode) respelt.at("/organisations/0/findings/0"))
                .put("topic", "OTHER")
                .put("immediate", false);
        respelt.remove("profile");

        var second = post(respelt.toPrettyString(), "office");

        assertThat(second.getStatusCode().value()).isEqualTo(200);
        assertThat(second.getBody().get("roundId")).isEqualTo(first.get("roundId"));
        assertThat(second.getBody().get("processInstanceId")).isEqualTo(first.get("processInstanceId"));
        assertThat(count("finding", first.get("roundId").textValue())).isEqualTo(2);
    }

    @Test
    void otherContentUnderTheSameNameIsAConflict() {
        var round = round("三");
        post(round.text(), "office");
        round.finding(0, 0).put("problem", "另一个问题。");

        var second = post(round.text(), "office");

        assertThat(second.getStatusCode().value()).isEqualTo(409);
        assertThat(second.getBody().at("/errors/0/pointer").textValue()).isEqualTo("/roundNumber");
    }

    @Test
    void twoHundredIdenticalStartsAtOnceMakeOneRound() throws Exception {
        var text = round("四").text();
        var pool = Executors.newFixedThreadPool(40);
        try {
            List<Callable<ResponseEntity<JsonNode>>> starts =
                    new ArrayList<>(Collections.nCopies(200, () -> post(text, "office")));
            var statuses = new ArrayList<Integer>();
            var ids = new ArrayList<String>();
            for (var start : pool.invokeAll(starts)) {
                statuses.add(start.get().getStatusCode().value());
                ids.add(start.get().getBody().path("roundId").asText());
            }

            assertThat(statuses).containsOnly(200, 201);
            assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
            assertThat(ids.stream().distinct()).hasSize(1);
        } finally {
            pool.shutdown();
        }
        assertThat(rounds("登记测试四")).isEqualTo(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("登记测试四/第一批次/市委巡察一组")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aFaultOfTheEngineLeavesNothingBehind() {
        var bytes = round("五").text().getBytes(StandardCharsets.UTF_8);
        repository.suspendProcessDefinitionByKey("inspectionRound");
        try {
            assertThatThrownBy(() -> registration.register(bytes, "office")).isInstanceOf(ProcessEngineException.class);
            assertThat(rounds("登记测试五")).isZero();
            assertThat(jdbc.sql(
                                    "select count(*) from rectification.finding f where not exists (select from rectification.round r where r.id = f.round_id)")
                            .query(Integer.class)
                            .single())
                    .isZero();
        } finally {
            repository.activateProcessDefinitionByKey("inspectionRound");
        }
        assertThat(registration.register(bytes, "office")).isInstanceOf(Registration.Registered.class);
    }

    @Test
    void onlyTheInspectionOfficeRegisters() {
        var text = round("六").text();

        assertThat(post(text, "qx-clerk").getStatusCode().value()).isEqualTo(403);
        assertThat(post(text, "team").getStatusCode().value()).isEqualTo(403);
        assertThat(http.postForEntity("/api/inspection-rounds", json(text, "zh-CN"), String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        assertThat(rounds("登记测试六")).isZero();
    }

    @Test
    void mistakesAreToldInTheReadersLanguage() {
        var round = round("七");
        round.node().remove("batch");

        var chinese = post(round.text(), "office", "zh-CN,zh;q=0.9,en;q=0.8");
        var english = post(round.text(), "office", "en-GB,zh;q=0.2");

        assertThat(chinese.getStatusCode().value()).isEqualTo(400);
        assertThat(chinese.getHeaders().getContentType().getSubtype()).isEqualTo("problem+json");
        assertThat(chinese.getBody().at("/errors/0/message").textValue()).isEqualTo("批次：必填。");
        assertThat(english.getBody().at("/errors/0/message").textValue()).isEqualTo("batch: is required.");
    }

    @Test
    void aBodyAboveTheLimitIsRefusedAsTooLarge() {
        var answer = post("{\"batch\":\"" + "x".repeat(33 * 1024 * 1024) + "\"}", "office");

        assertThat(answer.getStatusCode().value()).isEqualTo(413);
    }

    @Test
    void theEnginesOwnStartGivesTheSameRound() throws Exception {
        var text = round("八").text();
        var first = post(text, "office").getBody();
        var start = SampleRound.JSON.createObjectNode();
        start.putObject("variables").putObject("round").put("type", "Json").put("value", text);

        var answer = exchange(
                HttpMethod.POST,
                "/engine-rest/process-definition/key/inspectionRound/start",
                start.toString(),
                "office",
                "zh-CN");

        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(200);
        assertThat(answer.getBody().get("id")).isEqualTo(first.get("processInstanceId"));
        start.put("businessKey", "别的编号");
        var other = exchange(
                HttpMethod.POST,
                "/engine-rest/process-definition/key/inspectionRound/start",
                start.toString(),
                "office",
                "zh-CN");
        assertThat(other.getStatusCode().value()).isEqualTo(400);
        assertThat(other.getBody().at("/errors/0/pointer").textValue()).isEqualTo("/businessKey");
    }

    @Test
    void aRoundIsShownToSupervisorsAndNotToTheTownshipBeforeFeedback() {
        var id = post(round("九").text(), "office").getBody().get("roundId").textValue();

        var seen = exchange(HttpMethod.GET, "/api/inspection-rounds/" + id, null, "office", "zh-CN");
        var unseen = exchange(HttpMethod.GET, "/api/inspection-rounds/" + id, null, "qx-secretary", "zh-CN");

        assertThat(seen.getStatusCode().value()).isEqualTo(200);
        assertThat(seen.getBody().at("/organisations/0/counts/REGISTERED").intValue())
                .isEqualTo(2);
        assertThat(seen.getBody().at("/organisations/0/nextDates")).hasSize(3);
        assertThat(seen.getBody().at("/organisations/0/missing").toString()).contains("反馈会议");
        assertThat(unseen.getStatusCode().value()).isEqualTo(404);
    }

    private SampleRound round(String name) {
        var round = SampleRound.small(LocalDate.now(clock).minusDays(1));
        round.node().put("roundNumber", "登记测试" + name);
        return round;
    }

    private static JsonNode reversed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.reverse(names);
            var result = SampleRound.JSON.createObjectNode();
            names.forEach(name -> result.set(name, reversed(object.get(name))));
            return result;
        }
        if (node.isArray()) {
            var result = SampleRound.JSON.createArrayNode();
            node.forEach(each -> result.add(reversed(each)));
            return result;
        }
        return node;
    }

    private int rounds(String roundNumber) {
        return jdbc.sql("select count(*) from rectification.round where round_number = ?")
                .param(roundNumber)
                .query(Integer.class)
                .single();
    }

    private int count(String table, String roundId) {
        return jdbc.sql("select count(*) from rectification." + table + " where round_id = ?")
                .param(roundId)
                .query(Integer.class)
                .single();
    }

    private ResponseEntity<JsonNode> post(String json, String login) {
        return post(json, login, "zh-CN");
    }

    private ResponseEntity<JsonNode> post(String json, String login, String language) {
        return exchange(HttpMethod.POST, "/api/inspection-rounds", json, login, language);
    }

    private ResponseEntity<JsonNode> exchange(
            HttpMethod method, String path, String json, String login, String language) {
        return http.withBasicAuth(login, TestPeople.PASSWORD)
                .exchange(path, method, json(json, language), JsonNode.class);
    }

    private static HttpEntity<byte[]> json(String text, String language) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set("Accept-Language", language);
        return new HttpEntity<>(text == null ? null : text.getBytes(StandardCharsets.UTF_8), headers);
    }
}
