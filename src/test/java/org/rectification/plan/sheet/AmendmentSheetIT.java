package org.rectification.plan.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectification.file.StoredFiles;
import org.rectification.people.PeopleRegister;
import org.rectification.plan.PlanHistory;
import org.rectification.plan.PlanLines;
import org.rectification.plan.PlanRoad;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.LinkedMultiValueMap;

/** Once the plan is issued, a ledger that was changed offline becomes an amendment and nothing else. */
@RectificationTest
@Clause({"S18", "S19", "S20"})
@Feature(15)
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class AmendmentSheetIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private PlanLines lines;

    @Autowired
    private PlanHistory history;

    @Autowired
    private StoredFiles files;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private ObjectMapper json;

    private PlanRoad road;

    @Test
    void twoChangedCellsAreTwoDifferencesOfTheAmendmentAndBecomeTheNextVersionOnceConsented() throws Exception {
        road = new PlanRoad(port, jdbc, register, lines, files, "as").drafted();
        assertThat(looking("as-clerk", ledger("as-clerk"))
                        .getBody()
                        .path("message")
                        .asText())
                .isEqualTo("整改方案尚未印发，请在“整改方案编制表”页上传。");
        road.deliberated().agreed().issued();
        assertThat(http.withBasicAuth("as-clerk", TestPeople.PASSWORD)
                        .postForEntity(
                                "/api/plan-imports?round=" + road.round().roundId(),
                                parts(ledger("as-clerk")),
                                JsonNode.class)
                        .getBody()
                        .path("message")
                        .asText())
                .contains("现在不能修改");
        var sheet = ledger("as-clerk");
        var unchanged = look(sheet);
        assertThat(unchanged.path("unchanged").asInt()).isEqualTo(3);
        assertThat(unchanged.path("problems").size() + unchanged.path("lines").size())
                .isZero();

        var first = sheet.rowOf(road.round().ofTown(1));
        var second = sheet.rowOf(road.round().ofTown(2));
        var village = sheet.rowOf(road.round().ofVillage(1));
        sheet.set(first, "责任人员", "甲as-person4（办公室主任）");
        sheet.set(second, "措施1内容", "10日内逐笔核对、补齐审批手续并公示");
        sheet.set(village, "整改时限", "月底");
        var looked = look(sheet);
        assertThat(looked.path("problems")).hasSize(1);
        assertThat(looked.at("/problems/0/row").asInt()).isEqualTo(village + 1);
        assertThat(looked.at("/problems/0/causes/0/column").asText()).isEqualTo("整改时限");
        assertThat(changes(looked)).containsExactlyInAnyOrder("责任人员", "整改措施");
        assertThat(history.versions("as-clerk", road.key()))
                .as("nothing is stored")
                .hasSize(1);

        sheet.cell(village, "根源剖析").setBlank();
        sheet.cell(village, "责任人调整或层级不一致的理由").setBlank();
        sheet.set(village, "整改时限", road.today().plusDays(60).toString());
        assertThat(look(sheet).at("/problems/0/causes"))
                .extracting(cause -> cause.path("column").asText() + " "
                        + cause.path("message").asText().replaceFirst(".*：", ""))
                .containsExactly("根源剖析 根源剖析未填写。", "责任人调整或层级不一致的理由 方案印发后，此栏不能改为空。");

        becomesTheNextVersion(looked);
        var stale = look(sheet.set(first, "整改目标", "台账全部公示"));
        assertThat(stale.at("/problems").toString()).contains("导出之后已被修改");
        for (var stranger : List.of("as-secretary", "office", "admin", "as-person1")) {
            assertThat(looking(stranger, sheet).getStatusCode().value()).isEqualTo(422);
        }
    }

    private void becomesTheNextVersion(JsonNode looked) throws Exception {
        var opened = http.withBasicAuth("as-clerk", TestPeople.PASSWORD)
                .postForEntity(
                        "/api/plans/" + road.round().town() + "/amendments?round="
                                + road.round().roundId(),
                        Map.of("reason", "分工调整，措施细化"),
                        JsonNode.class);
        assertThat(opened.getStatusCode().value()).isEqualTo(201);
        var entry = new HashMap<String, Object>(road.meeting());
        entry.put("action", "SUBMIT");
        var changes = new ArrayList<Object>();
        looked.path("lines").forEach(line -> changes.add(json.convertValue(line.path("amendment"), Map.class)));
        entry.put("changes", changes);
        road.complete("as-clerk", road.round().task("userTask_prepareAmendment"), entry);
        road.complete("office", road.round().task("userTask_consentToAmendment"), Map.of("decision", "CONSENT"));
        var difference = history.diff("as-clerk", road.key(), 1, 2);
        assertThat(difference).hasSize(2);
        assertThat(difference).flatExtracting(line -> line.changes()).hasSize(2);
    }

    private static List<String> changes(JsonNode view) {
        var changes = new ArrayList<String>();
        view.path("lines").forEach(line -> line.path("changes")
                .forEach(change -> changes.add(change.path("label").asText())));
        return changes;
    }

    private FilledSheet ledger(String person) {
        return new FilledSheet(http.withBasicAuth(person, TestPeople.PASSWORD)
                .getForObject("/api/ledger.xlsx?round=" + road.round().roundId(), byte[].class));
    }

    private JsonNode look(FilledSheet sheet) {
        var answer = looking("as-clerk", sheet);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(200);
        return answer.getBody();
    }

    private ResponseEntity<JsonNode> looking(String person, FilledSheet sheet) {
        return http.withBasicAuth(person, TestPeople.PASSWORD)
                .postForEntity(
                        "/api/plans/" + road.round().town() + "/amendments/sheet?round="
                                + road.round().roundId(),
                        parts(sheet),
                        JsonNode.class);
    }

    private static LinkedMultiValueMap<String, Object> parts(FilledSheet sheet) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(sheet.file()) {
            @Override
            public String getFilename() {
                return "整改台账.xlsx";
            }
        });
        return parts;
    }
}
