package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.plan.PlanTown.CLERK;
import static org.rectification.plan.PlanTown.CONTACT;
import static org.rectification.plan.PlanTown.PERSON;
import static org.rectification.plan.PlanTown.SECRETARY;
import static org.rectification.plan.PlanTown.VILLAGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.finding.Findings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

@PlanTest
class PlanLinesControllerIT {

    private static final String PASSWORD = "Rectify!2026";

    @Autowired
    PlanTown town;

    @Autowired
    Findings findings;

    @Autowired
    TestRestTemplate http;

    private String ofTown;
    private String ofVillage;

    @BeforeEach
    void divided() {
        var ids = town.ledger(1, 1);
        ofTown = ids.get(0);
        ofVillage = ids.get(1);
        for (var person : List.of(CLERK, PERSON, VILLAGE, CONTACT, SECRETARY)) {
            if (town.identity.createUserQuery().userId(person).count() == 0) {
                var user = town.identity.newUser(person);
                user.setPassword(PASSWORD);
                town.identity.saveUser(user);
            }
        }
        town.plans.divide(CLERK, town.key(), List.of());
    }

    @Test
    void drafterSavesARowAndFindsItAgain() {
        assertThat(put(PERSON, ofTown, row()).getStatusCode().value()).isEqualTo(204);
        var mine = list(PERSON, "&drafter=me");
        assertThat(mine).hasSize(1);
        assertThat(mine.get(0).path("goal").asText()).isEqualTo("评议结果100%公示");
        assertThat(mine.get(0).path("measures")).hasSize(2);
        assertThat(mine.get(0).path("violations")).isEmpty();
        assertThat(mine.get(0).path("claimed").asBoolean()).isTrue();
    }

    @Test
    void everythingWrongWithARowIsToldInChineseWithItsField() {
        var row = row();
        row.put("goal", " ");
        row.put("dueOn", "2026-06-11");
        var answer = put(PERSON, ofTown, row);
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().path("violations").findValuesAsText("field"))
                .containsExactly("goal", "dueOn");
        assertThat(answer.getBody().path("message").asText()).isEqualTo("整改目标未填写。");
        assertThat(list(PERSON, "&drafter=me").get(0).path("measures")).isEmpty();
    }

    @Test
    void unknownFieldIsRefusedInsteadOfLost() {
        var row = row();
        row.put("gaol", "错字");
        assertThat(put(PERSON, ofTown, row).getStatusCode().value()).isEqualTo(400);
    }

    @Test
    void contactFillsInForTheVillageAndBothNamesStay() {
        assertThat(put(CONTACT, ofVillage, row()).getStatusCode().value()).isEqualTo(204);
        var line = list(VILLAGE, "&drafter=me").get(0);
        assertThat(line.path("drafter").asText()).isEqualTo(VILLAGE);
        assertThat(line.path("filledInBy").asText()).isEqualTo("pt-contact（演示）");
    }

    @Test
    void othersNeitherSeeNorSaveALine() {
        assertThat(list(VILLAGE, "")).hasSize(1);
        assertThat(list(SECRETARY, "")).isEmpty();
        assertThat(list(CLERK, "")).hasSize(2);
        assertThat(put(VILLAGE, ofTown, row()).getStatusCode().value()).isEqualTo(404);
        assertThat(put(CONTACT, ofTown, row()).getStatusCode().value()).isEqualTo(404);
        assertThat(put(SECRETARY, ofTown, row()).getStatusCode().value()).isEqualTo(404);
        assertThat(http.getForEntity("/api/plan-lines?round=x", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void onlyTheClerkMovesALineToSomebodyElse() {
        var row = row();
        row.put("person", "pt-other");
        row.put("ownerReason", "分工已调整");
        assertThat(put(PERSON, ofTown, row).getStatusCode().value()).isEqualTo(422);
        assertThat(put(CLERK, ofTown, row).getStatusCode().value()).isEqualTo(204);
        assertThat(findings.get(ofTown).owners().orElseThrow().person()).isEqualTo("pt-other");
    }

    @Test
    void bouncedRowLeavesTheDraftersListWithItsReason() {
        var path = "/api/plan-lines/" + ofTown + "/bounce";
        assertThat(send(PERSON, HttpMethod.POST, path, Map.of()).getStatusCode().value())
                .isEqualTo(422);
        assertThat(send(PERSON, HttpMethod.POST, path, Map.of("reason", "不属本办职责"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(list(PERSON, "")).isEmpty();
        var line = list(CLERK, "&drafter=me").get(0);
        assertThat(line.path("bouncedBy").asText()).isEqualTo("pt-person（演示）");
        assertThat(line.path("bounceReason").asText()).isEqualTo("不属本办职责");
    }

    private static Map<String, Object> row() {
        var row = new HashMap<String, Object>();
        row.put("rootCause", "制度执行不严");
        row.put("similarCheck", "排查全部评议事项，未发现同类问题");
        row.put("similarChecked", 12);
        row.put("similarFound", 0);
        row.put("goal", "评议结果100%公示");
        row.put("dueOn", "2026-05-20");
        row.put(
                "measures",
                List.of(
                        Map.of("horizon", "NOW", "text", "补办公示"),
                        Map.of("horizon", "LASTING", "text", "修订评议公示制度", "dueOn", "2026-12-31")));
        return row;
    }

    private JsonNode list(String person, String query) {
        return send(
                        person,
                        HttpMethod.GET,
                        "/api/plan-lines?round=" + town.key().roundId() + query,
                        null)
                .getBody();
    }

    private ResponseEntity<JsonNode> put(String person, String findingId, Map<String, Object> row) {
        return send(person, HttpMethod.PUT, "/api/plan-lines/" + findingId, row);
    }

    private ResponseEntity<JsonNode> send(String person, HttpMethod method, String path, Map<String, ?> body) {
        return http.withBasicAuth(person, PASSWORD).exchange(path, method, new HttpEntity<>(body), JsonNode.class);
    }
}
