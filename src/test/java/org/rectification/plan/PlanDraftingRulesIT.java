package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.plan.PlanTown.CLERK;
import static org.rectification.plan.PlanTown.CONTACT;
import static org.rectification.plan.PlanTown.PERSON;
import static org.rectification.plan.PlanTown.SECRETARY;
import static org.rectification.plan.PlanTown.TOWN;
import static org.rectification.plan.PlanTown.VILLAGE;
import static org.rectification.plan.PlanTown.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.finding.FindingOrigin;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** What the acceptance lines of drafting say, each through the doors where people and programs come in. */
@PlanTest
class PlanDraftingRulesIT {

    private static final String PASSWORD = "Rectify!2026";
    private static final Map<String, ?> NOTHING = Map.of();

    @Autowired
    PlanTown town;

    @Autowired
    TestRestTemplate http;

    @BeforeEach
    void people() {
        town.ledger(0, 0);
        for (var person : List.of(CLERK, PERSON, VILLAGE, CONTACT, SECRETARY, "pt-office", "pt-other")) {
            if (town.identity.createUserQuery().userId(person).count() == 0) {
                var user = town.identity.newUser(person);
                user.setPassword(PASSWORD);
                town.identity.saveUser(user);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "measures,delete from rectification.plan_measure where finding_id = ?,整改措施未填写",
        "goal,update rectification.plan_line set goal = null where finding_id = ?,整改目标未填写",
        "dueOn,update rectification.plan_line set due_on = null where finding_id = ?,整改时限未填写",
        "leader,update rectification.finding set responsible_leader = null where id = ?,责任领导未明确",
        "branch,update rectification.finding set responsible_branch = null where id = ?,责任党支部",
        "person,update rectification.finding set responsible_person = null where id = ?,责任人员未明确"
    })
    @Feature(9)
    @Clause({"S19", "S20"})
    void planFromWhichAnyOfTheSevenFieldsIsRemovedCannotBeSubmittedAndTheItemIsNamed(
            String field, String remove, String sentence) {
        var ids = drafted(2);
        town.jdbc.sql(remove).param(ids.get(1)).update();
        for (var task : List.of("userTask_draftPlanLines")) {
            var refused = refusal(() -> town.complete(PERSON, task, PERSON, NOTHING));
            assertThat(refused).extracting(Violation::field).contains(ids.get(1) + "." + field);
            assertThat(refused)
                    .allMatch(each -> each.message().startsWith("镇本级第2号问题“低保评议不公开”"))
                    .anyMatch(each -> each.message().contains(sentence));
        }
        assertThat(refusal(() -> town.plans.complete(CLERK, town.key(), List.of())))
                .extracting(Violation::field)
                .contains(ids.get(1) + "." + field);
    }

    /** The seventh: the problem itself can be removed from no item. */
    @Test
    @Feature(9)
    void problemOfAnItemCannotBeEmptied() {
        var ids = drafted(1);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> town.jdbc
                        .sql("update rectification.finding set problem = null where id = ?")
                        .param(ids.get(0))
                        .update()))
                .hasMessageContaining("not-null");
    }

    @Test
    @Feature(10)
    @Clause("S18")
    void deletedMeasuresOfFindingSevenBlockTheSubmissionNamingFindingSeven() {
        var ids = drafted(8);
        town.jdbc
                .sql("delete from rectification.plan_measure where finding_id = ?")
                .param(ids.get(6))
                .update();
        var sentence = "镇本级第7号问题“低保评议不公开”：整改措施未填写，每个问题至少要有一条措施。";
        assertThat(refusal(() -> town.complete(PERSON, "userTask_draftPlanLines", PERSON, NOTHING)))
                .containsExactly(new Violation(ids.get(6) + ".measures", sentence));
        assertThat(refusal(() -> town.plans.complete(CLERK, town.key(), List.of())))
                .extracting(Violation::message)
                .containsExactly(sentence);
    }

    @Test
    @Feature(10)
    void findingWithoutALineIsNamed() {
        var ids = drafted(2);
        town.pastTheDatabasesOwnRules(() -> {
            town.jdbc
                    .sql("delete from rectification.plan_measure where finding_id = ?")
                    .param(ids.get(1))
                    .update();
            town.jdbc
                    .sql("delete from rectification.plan_line where finding_id = ?")
                    .param(ids.get(1))
                    .update();
        });
        assertThat(town.plans.missing(town.key()))
                .containsExactly(new Violation("lines", "镇本级第2号问题“低保评议不公开”：方案中没有对应内容，请编制整改措施。"));
    }

    @Test
    @Feature(11)
    @Clause({"S25", "S26"})
    void eachFindingHasAMeasureNowAndALastingOneOrAWrittenReasonForNone() {
        var id = divided(1).get(0);
        var row = row();
        row.put("measures", List.of(Map.of("horizon", "NOW", "text", "补办公示3次")));
        var answer = put(PERSON, id, row);
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().path("violations").findValuesAsText("field"))
                .containsExactly("noLastingReason");
        row.put("noLastingReason", "属个案，没有制度漏洞");
        assertThat(put(PERSON, id, row).getStatusCode().value()).isEqualTo(204);
        row.put("measures", List.of(Map.of("horizon", "LASTING", "text", "修订评议公示制度")));
        row.remove("noLastingReason");
        assertThat(put(PERSON, id, row).getBody().path("violations").findValuesAsText("field"))
                .containsExactly("noNowReason");
    }

    @Test
    @Feature(12)
    @Clause("S38")
    void planReadsWithACauseForEachFinding() {
        var ids = drafted(3);
        assertThat(list(CLERK, ""))
                .hasSize(3)
                .allMatch(line -> line.path("rootCause").asText().equals("制度执行不严"));
        town.jdbc
                .sql("update rectification.plan_line set root_cause = ' ' where finding_id = ?")
                .param(ids.get(2))
                .update();
        assertThat(town.plans.missing(town.key()))
                .containsExactly(new Violation(ids.get(2) + ".rootCause", "镇本级第3号问题“低保评议不公开”：根源剖析未填写。"));
    }

    @Test
    @Feature(13)
    @Clause("S27")
    void selfFoundItemIsAddedMarkedAndCountedApart() {
        var id = divided(1).get(0);
        var path = "/api/plan-lines/" + id + "/self-found";
        assertThat(send(PERSON, HttpMethod.POST, path, Map.of("village", "pt-v1"))
                        .getBody()
                        .path("violations")
                        .findValuesAsText("field"))
                .containsExactly("title", "problem");
        assertThat(send(VILLAGE, HttpMethod.POST, path, Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        var added = send(
                PERSON,
                HttpMethod.POST,
                path,
                Map.of("village", "pt-v1", "title", "救助评议未公示", "problem", "自查发现救助评议未公示。"));
        assertThat(added.getStatusCode().value()).isEqualTo(201);
        assertThat(added.getBody().path("number").asText()).isEqualTo("自查1");

        var line = list(VILLAGE, "&drafter=me").get(0);
        assertThat(line.path("selfFound").asBoolean()).isTrue();
        assertThat(line.path("generalisedFrom").asText()).isEqualTo(id);
        assertThat(put(VILLAGE, line.path("findingId").asText(), row())
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        var key = town.key();
        assertThat(town.findings.counts(key.roundId(), TOWN).total()).isEqualTo(1);
        assertThat(town.findings
                        .addedCounts(key.roundId(), TOWN, FindingOrigin.SELF_FOUND)
                        .total())
                .isEqualTo(1);
        var round = send("pt-office", HttpMethod.GET, "/api/inspection-rounds/" + key.roundId(), null)
                .getBody()
                .path("organisations")
                .get(0);
        assertThat(round.path("selfFound").asInt()).isEqualTo(1);
        assertThat(round.path("counts").path("REGISTERED").asInt()).isEqualTo(1);
    }

    @Test
    @Feature(17)
    @Clause({"S13", "S16"})
    void townshipFindingGivenToAVillagePersonAloneIsAWarningThatMustBeAnswered() {
        var ids = town.planRequested(1, 1);
        assertThat(town.findings.get(ids.get(0)).owners().orElseThrow().leader())
                .isEqualTo("pt-portfolio");
        assertThat(town.findings.get(ids.get(1)).owners().orElseThrow().leader())
                .isEqualTo("pt-leader");
        var change = new HashMap<String, Object>(Map.of("finding", ids.get(0), "person", VILLAGE, "reason", "该村承办"));
        assertThat(refusal(() -> divide(change)))
                .containsExactly(
                        new Violation("changes[0].levelReason", "镇级问题不能只落到村级人员pt-village（演示），请更换责任人员，或填写层级不一致的说明。"));
        change.put("leader", PERSON);
        assertThat(refusal(() -> divide(change))).extracting(Violation::field).containsExactly("changes[0].leader");
        change.remove("leader");
        change.put("levelReason", "镇里已派驻该村办理");
        divide(change);
        assertThat(list(CLERK, "").get(0).path("ownerReason").asText()).isEqualTo("镇里已派驻该村办理");
    }

    @Test
    @Clause("S14")
    void lineGivenBackShowsOnTheLineAndInTheCountsOfThoseWhoAnswerForIt() {
        var id = divided(1).get(0);
        var path = "/api/plan-lines/" + id;
        assertThat(send(PERSON, HttpMethod.POST, path + "/bounce", Map.of("reason", "不属本办职责"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(list(CLERK, "").get(0).path("bounces").asInt()).isEqualTo(1);
        for (var seer : List.of(CLERK, SECRETARY, "pt-office")) {
            var division =
                    send(seer, HttpMethod.GET, plan() + "/division", null).getBody();
            assertThat(division.path("bounces").asInt()).as(seer).isEqualTo(1);
            assertThat(division.path("list").get(0).path("reason").asText()).isEqualTo("不属本办职责");
        }
        assertThat(send(VILLAGE, HttpMethod.GET, plan() + "/division", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        var to = Map.of("person", "pt-other", "leader", "pt-portfolio", "reason", "属组织口");
        assertThat(send(PERSON, HttpMethod.POST, path + "/division", to)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(send(CLERK, HttpMethod.POST, path + "/division", Map.of("person", "pt-other"))
                        .getBody()
                        .path("field")
                        .asText())
                .isEqualTo("reason");
        assertThat(send(CLERK, HttpMethod.POST, path + "/division", to)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(send("pt-other", HttpMethod.POST, path + "/bounce", Map.of("reason", "也不属"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(send(CLERK, HttpMethod.POST, path + "/division", to)
                        .getBody()
                        .path("message")
                        .asText())
                .endsWith("已两次退回，由党委书记裁定。");
        assertThat(send(SECRETARY, HttpMethod.POST, path + "/division", to)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(send("pt-other", HttpMethod.POST, path + "/claim", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(send("pt-other", HttpMethod.POST, path + "/bounce", Map.of("reason", "反悔"))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    /** Of four villages one may go, and takes the measure along as its own; of three nobody may. */
    private void membersComeAndGo(List<String> ids, String common, Map<String, Object> entry) {
        var members = plan() + "/common-problems/" + common + "/members/";
        var leave = members + ids.get(1) + "/leave";
        var reason = Map.of("reason", "本村情况不同");
        for (var other : List.of(PERSON, VILLAGE, SECRETARY)) {
            assertThat(send(other, HttpMethod.POST, leave, reason)
                            .getStatusCode()
                            .value())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(send(CLERK, HttpMethod.POST, leave, Map.of())
                        .getBody()
                        .path("field")
                        .asText())
                .isEqualTo("reason");
        assertThat(send(CLERK, HttpMethod.POST, leave, reason).getStatusCode().value())
                .isEqualTo(204);
        assertThat(send(CLERK, HttpMethod.POST, leave, reason).getStatusCode().value())
                .as("no longer a member")
                .isEqualTo(404);
        assertThat(send(CLERK, HttpMethod.POST, members + ids.get(2) + "/leave", reason)
                        .getBody()
                        .path("message")
                        .asText())
                .isEqualTo("移出后不足三个村，不再是共性问题，请改用“解除归并”。");
        assertThat(town.jdbc
                        .sql("select text from rectification.plan_measure where finding_id = ? and common_id is null"
                                + " and horizon = 'LASTING'")
                        .param(ids.get(1))
                        .query(String.class)
                        .list())
                .containsExactly("全镇统一修订低保评议和公示办法");
        entry.put("measure", "全镇统一修订低保评议、公示和复核办法");
        assertThat(send(CLERK, HttpMethod.PUT, plan() + "/common-problems/" + common, entry)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(list(CLERK, "").get(1).path("measures").findValuesAsText("text"))
                .as("it no longer follows the others")
                .contains("全镇统一修订低保评议和公示办法");
        assertThat(town.jdbc
                        .sql(
                                "select note from rectification.event where finding_id = ? and kind = 'COMMON_PROBLEM_LEFT'")
                        .param(ids.get(1))
                        .query(String.class)
                        .list())
                .containsExactly("本村情况不同");
    }

    @Test
    @Clause("S17")
    void problemCommonToThreeVillagesHasOneLeaderAndOneMeasureThatShowsInAll() {
        var ids = town.ledgerOfVillages(4);
        town.plans.divide(CLERK, town.key(), List.of());
        var suggestion = send(CLERK, HttpMethod.GET, plan() + "/common-problems/suggestions", null)
                .getBody()
                .get(0);
        assertThat(suggestion.path("members")).hasSize(4);
        assertThat(send(PERSON, HttpMethod.GET, plan() + "/common-problems/suggestions", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        var entry = new HashMap<String, Object>(Map.of(
                "title", "低保评议", "findings", ids.subList(1, 3), "leader", "pt-person", "measure", "全镇统一修订低保评议办法"));
        assertThat(send(CLERK, HttpMethod.POST, plan() + "/common-problems", entry)
                        .getBody()
                        .path("field")
                        .asText())
                .isEqualTo("findings");
        entry.put("findings", ids.subList(1, 5));
        assertThat(send(CLERK, HttpMethod.POST, plan() + "/common-problems", entry)
                        .getBody()
                        .path("field")
                        .asText())
                .isEqualTo("leader");
        entry.put("leader", "pt-portfolio");
        var common = send(CLERK, HttpMethod.POST, plan() + "/common-problems", entry)
                .getBody()
                .path("id")
                .asText();

        var row = row();
        row.put("measures", List.of(Map.of("horizon", "NOW", "text", "本村补办公示3次")));
        assertThat(put(VILLAGE, ids.get(1), row).getStatusCode().value())
                .as("its own measure now, the lasting one is the common one")
                .isEqualTo(204);
        var lines = list(CLERK, "");
        assertThat(lines.get(1).path("measures").findValuesAsText("text")).containsExactly("本村补办公示3次", "全镇统一修订低保评议办法");
        var copy = lines.get(1).path("measures").get(1);
        row.put(
                "measures",
                List.of(
                        Map.of("horizon", "NOW", "text", "本村补办公示3次"),
                        Map.of("id", copy.path("id").asText(), "horizon", "LASTING", "text", "另起炉灶")));
        assertThat(put(VILLAGE, ids.get(1), row).getBody().path("field").asText())
                .isEqualTo("measures[1].text");

        entry.put("measure", "全镇统一修订低保评议和公示办法");
        assertThat(send(CLERK, HttpMethod.PUT, plan() + "/common-problems/" + common, entry)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(town.jdbc
                        .sql("select distinct text from rectification.plan_measure where common_id = ?")
                        .param(common)
                        .query(String.class)
                        .list())
                .containsExactly("全镇统一修订低保评议和公示办法");
        membersComeAndGo(ids, common, entry);
        var dissolve = plan() + "/common-problems/" + common + "/dissolve";
        assertThat(send(CLERK, HttpMethod.POST, dissolve, Map.of())
                        .getBody()
                        .path("field")
                        .asText())
                .isEqualTo("reason");
        assertThat(send(CLERK, HttpMethod.POST, dissolve, Map.of("reason", "各村情况不同"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(list(CLERK, "").get(1).path("measures"))
                .as("the lines keep it")
                .hasSize(2);
    }

    @Test
    void adviceNamesLineAndPhraseAndBlocksNothing() {
        var id = divided(1).get(0);
        var row = row();
        row.put("goal", "作风明显好转");
        row.put(
                "measures",
                List.of(Map.of("horizon", "NOW", "text", "进一步加强监督"), Map.of("horizon", "LASTING", "text", "修订评议公示制度")));
        assertThat(put(PERSON, id, row).getStatusCode().value()).isEqualTo(204);
        var advice = send(PERSON, HttpMethod.GET, plan() + "/advice", null).getBody();
        assertThat(advice.path("summary").path("表述空泛").asInt()).isEqualTo(1);
        assertThat(advice.path("advice").findValuesAsText("phrase")).contains("进一步", "作风明显好转");
        assertThat(advice.path("advice").findValuesAsText("line")).contains("镇本级第1号问题“低保评议不公开”");
        assertThat(send(VILLAGE, HttpMethod.GET, plan() + "/advice", null)
                        .getBody()
                        .path("advice"))
                .as("somebody else's line")
                .isEmpty();
    }

    private List<String> divided(int ofTown) {
        var ids = town.ledger(ofTown, 0);
        town.plans.divide(CLERK, town.key(), List.of());
        return ids;
    }

    private List<String> drafted(int ofTown) {
        var ids = town.planRequested(ofTown, 0);
        town.complete(CLERK, "userTask_divideFindings", null, NOTHING);
        town.saveAll(PERSON);
        return ids;
    }

    private void divide(Map<String, ?> change) {
        town.complete(CLERK, "userTask_divideFindings", null, Map.of("changes", List.of(change)));
    }

    private String plan() {
        return "/api/plans/" + town.key().roundId() + "/" + TOWN;
    }

    private static Map<String, Object> row() {
        var row = new HashMap<String, Object>();
        row.put("rootCause", "制度执行不严");
        row.put("similarCheck", "排查全部评议事项");
        row.put("similarChecked", 12);
        row.put("similarFound", 0);
        row.put("goal", "评议结果100%公示");
        row.put("dueOn", "2026-05-20");
        row.put(
                "measures",
                List.of(Map.of("horizon", "NOW", "text", "补办公示3次"), Map.of("horizon", "LASTING", "text", "修订评议公示制度")));
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
