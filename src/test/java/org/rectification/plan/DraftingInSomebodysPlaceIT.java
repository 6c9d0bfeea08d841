package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.plan.PlanTown.CLERK;
import static org.rectification.plan.PlanTown.CONTACT;
import static org.rectification.plan.PlanTown.PERSON;
import static org.rectification.plan.PlanTown.SECRETARY;
import static org.rectification.plan.PlanTown.TOWN;
import static org.rectification.plan.PlanTown.VILLAGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Drafting while people are away: the substitute at the doors of the plan, with both names, and nobody else. */
@PlanTest
@Feature(29)
class DraftingInSomebodysPlaceIT {

    private static final String PASSWORD = "Rectify!2026";
    private static final String SUBSTITUTE = "pt-other";

    @Autowired
    PlanTown town;

    @Autowired
    TestRestTemplate http;

    @BeforeEach
    void people() {
        town.ledger(0, 0);
        for (var person : List.of(CLERK, PERSON, VILLAGE, CONTACT, SECRETARY, SUBSTITUTE)) {
            if (town.identity.createUserQuery().userId(person).count() == 0) {
                var user = town.identity.newUser(person);
                user.setPassword(PASSWORD);
                town.identity.saveUser(user);
            }
        }
    }

    @AfterEach
    void everybodyIsBack() {
        town.jdbc
                .sql(
                        "update rectification.substitution set ended_on = starts_on, ended_by = absent_id where absent_id like 'pt-%' and ended_on is null")
                .update();
    }

    private void away(String absent, String substitute) {
        town.jdbc
                .sql(
                        """
                        insert into rectification.substitution
                            (id, absent_id, substitute_id, starts_on, ends_on, reason, named_by, named_at)
                        values (?, ?, ?, ?, ?, '外出学习', ?, now())""")
                .params(UUID.randomUUID().toString(), absent, substitute, town.today(), town.today())
                .param(absent)
                .update();
    }

    @Test
    @Clause({"S13", "S14", "S27"})
    void linesAreDraftedClaimedAndGivenBackInTheDraftersPlace() {
        var ids = town.ledger(1, 2);
        town.plans.divide(CLERK, town.key(), List.of());
        for (var stranger : List.of(SUBSTITUTE, "admin")) {
            assertThat(status(stranger, HttpMethod.PUT, line(ids.get(0)), row()))
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(status(stranger, HttpMethod.POST, line(ids.get(0)) + "/claim", Map.of()))
                    .as(stranger)
                    .isEqualTo(404);
        }
        away(PERSON, SUBSTITUTE);
        assertThat(send(
                                SUBSTITUTE,
                                HttpMethod.GET,
                                "/api/plan-lines?drafter=me&round=" + town.key().roundId(),
                                null)
                        .getBody()
                        .findValuesAsText("findingId"))
                .containsExactly(ids.get(0));
        assertThat(status(SUBSTITUTE, HttpMethod.POST, line(ids.get(0)) + "/claim", Map.of()))
                .isEqualTo(204);
        assertThat(status(SUBSTITUTE, HttpMethod.PUT, line(ids.get(0)), row())).isEqualTo(204);
        assertThat(acts(ids.get(0), "PLAN_LINE_CLAIMED")).containsExactly("pt-other代pt-person");
        assertThat(acts(ids.get(0), "PLAN_LINE_SAVED")).containsExactly("pt-other代pt-person");
        assertThat(filledInBy(ids.get(0)))
                .as("drafted in the drafter's place, not filled in for them")
                .isNull();
        var found = send(
                SUBSTITUTE,
                HttpMethod.POST,
                line(ids.get(0)) + "/self-found",
                Map.of("title", "救助评议未公示", "problem", "自查发现救助评议未公示。", "dueOn", "2026-05-20"));
        assertThat(found.getStatusCode().value()).as("%s", found.getBody()).isEqualTo(201);
        assertThat(acts(found.getBody().path("findingId").asText(), "FINDING_ADDED"))
                .containsExactly("pt-other代pt-person");

        // The village's contact may fill in for it anyhow; claiming and giving back is the drafter's, or in the
        // drafter's place.
        assertThat(status(CONTACT, HttpMethod.POST, line(ids.get(1)) + "/claim", Map.of()))
                .isEqualTo(404);
        away(VILLAGE, CONTACT);
        assertThat(status(CONTACT, HttpMethod.POST, line(ids.get(1)) + "/claim", Map.of()))
                .isEqualTo(204);
        assertThat(status(CONTACT, HttpMethod.POST, line(ids.get(2)) + "/bounce", Map.of("reason", "属镇民政办职责")))
                .isEqualTo(204);
        assertThat(acts(ids.get(1), "PLAN_LINE_CLAIMED")).containsExactly("pt-contact代pt-village");
        assertThat(acts(ids.get(2), "PLAN_LINE_BOUNCED")).containsExactly("pt-contact代pt-village");

        everybodyIsBack();
        assertThat(status(SUBSTITUTE, HttpMethod.PUT, line(ids.get(0)), row()))
                .as("over")
                .isEqualTo(404);
    }

    @Test
    @Clause({"S14", "S17"})
    void theClerksSubstituteGroupsAnswersFillsInAndDividesAgainUnderBothNames() {
        var ids = town.ledgerOfVillages(4);
        town.opinion("1");
        town.plans.divide(CLERK, town.key(), List.of());
        var commons = plan() + "/common-problems";
        var entry = new HashMap<String, Object>(Map.of(
                "title", "低保评议",
                "findings", ids.subList(1, 5),
                "leader", "pt-portfolio",
                "measure", "全镇统一修订低保评议办法"));
        var answers = List.of(Map.of("number", "1", "answer", "逐项落实责任", "findings", List.of(ids.get(0))));
        for (var stranger : List.of(SUBSTITUTE, "admin")) {
            assertThat(status(stranger, HttpMethod.GET, commons + "/suggestions", null))
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(status(stranger, HttpMethod.POST, commons, entry))
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(status(stranger, HttpMethod.PUT, plan() + "/opinions", answers))
                    .as(stranger)
                    .isEqualTo(404);
        }
        away(CLERK, SUBSTITUTE);
        assertThat(send(SUBSTITUTE, HttpMethod.GET, plan() + "/choices", null)
                        .getBody()
                        .path("clerk")
                        .asBoolean())
                .isTrue();
        assertThat(send(SUBSTITUTE, HttpMethod.GET, commons + "/suggestions", null)
                        .getBody())
                .hasSize(1);
        var grouped = send(SUBSTITUTE, HttpMethod.POST, commons, entry);
        assertThat(grouped.getStatusCode().value()).as("%s", grouped.getBody()).isEqualTo(201);
        var common = commons + "/" + grouped.getBody().path("id").asText();
        assertThat(status(SUBSTITUTE, HttpMethod.PUT, common, entry)).isEqualTo(204);
        var leave = common + "/members/" + ids.get(4) + "/leave";
        assertThat(status("admin", HttpMethod.POST, leave, Map.of("reason", "本村情况不同")))
                .isEqualTo(404);
        assertThat(status(SUBSTITUTE, HttpMethod.POST, leave, Map.of("reason", "本村情况不同")))
                .isEqualTo(204);
        assertThat(acts(ids.get(4), "COMMON_PROBLEM_LEFT")).containsExactly("pt-other代pt-clerk");
        assertThat(status(SUBSTITUTE, HttpMethod.POST, common + "/dissolve", Map.of("reason", "各村情况不同")))
                .isEqualTo(204);
        assertThat(status(SUBSTITUTE, HttpMethod.PUT, plan() + "/opinions", answers))
                .isEqualTo(204);
        for (var kind : List.of("COMMON_PROBLEM_GROUPED", "COMMON_PROBLEM_CHANGED", "COMMON_PROBLEM_DISSOLVED")) {
            assertThat(acts(ids.get(1), kind)).containsExactly("pt-other代pt-clerk");
        }
        assertThat(actsOfTheCase("OPINIONS_ANSWERED")).containsExactly("pt-other代pt-clerk");

        assertThat(status(SUBSTITUTE, HttpMethod.PUT, line(ids.get(1)), row())).isEqualTo(204);
        assertThat(acts(ids.get(1), "PLAN_LINE_SAVED")).containsExactly("pt-other代pt-clerk");
        assertThat(filledInBy(ids.get(1)))
                .as("filled in for the village, as the clerk may")
                .isEqualTo(SUBSTITUTE);

        assertThat(status(PERSON, HttpMethod.POST, line(ids.get(0)) + "/bounce", Map.of("reason", "不属本办职责")))
                .isEqualTo(204);
        var to = Map.of("person", "pt-other", "leader", "pt-portfolio", "reason", "属组织口");
        assertThat(status("admin", HttpMethod.POST, line(ids.get(0)) + "/division", to))
                .isEqualTo(404);
        assertThat(status(SUBSTITUTE, HttpMethod.POST, line(ids.get(0)) + "/division", to))
                .isEqualTo(204);
        assertThat(acts(ids.get(0), "PLAN_LINE_DIVIDED_AGAIN")).containsExactly("pt-other代pt-clerk");
        assertThat(status(SUBSTITUTE, HttpMethod.POST, line(ids.get(0)) + "/bounce", Map.of("reason", "仍不属")))
                .isEqualTo(204);
        assertThat(send(SUBSTITUTE, HttpMethod.POST, line(ids.get(0)) + "/division", to)
                        .getBody()
                        .path("message")
                        .asText())
                .endsWith("已两次退回，由党委书记裁定。");
    }

    private String plan() {
        return "/api/plans/" + town.key().roundId() + "/" + TOWN;
    }

    private static String line(String finding) {
        return "/api/plan-lines/" + finding;
    }

    private List<String> acts(String finding, String kind) {
        return acts("finding_id = ? and kind = ?", finding, kind);
    }

    private List<String> actsOfTheCase(String kind) {
        return acts(
                "finding_id is null and round_id = ? and kind = ?", town.key().roundId(), kind);
    }

    private List<String> acts(String condition, String subject, String kind) {
        return town.jdbc
                .sql("select actor || coalesce('代' || on_behalf_of, '') from rectification.event where " + condition
                        + " order by id")
                .params(subject, kind)
                .query(String.class)
                .list();
    }

    private String filledInBy(String finding) {
        return town.jdbc
                .sql("select filled_in_by from rectification.plan_line where finding_id = ?")
                .param(finding)
                .query(String.class)
                .list()
                .get(0);
    }

    private static Map<String, Object> row() {
        return Map.of(
                "rootCause", "制度执行不严",
                "similarCheck", "排查全部评议事项",
                "similarChecked", 12,
                "similarFound", 0,
                "goal", "评议结果100%公示",
                "dueOn", "2026-05-20",
                "measures",
                        List.of(
                                Map.of("horizon", "NOW", "text", "补办公示3次"),
                                Map.of("horizon", "LASTING", "text", "修订评议公示制度")));
    }

    private int status(String person, HttpMethod method, String path, Object body) {
        return send(person, method, path, body).getStatusCode().value();
    }

    private ResponseEntity<JsonNode> send(String person, HttpMethod method, String path, Object body) {
        return http.withBasicAuth(person, PASSWORD).exchange(path, method, new HttpEntity<>(body), JsonNode.class);
    }
}
