package org.rectification.autosave;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Browserless;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Feature(23)
class DraftsIT {

    private static final String HALF = "{\"statement\":\"照单全收\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private TaskService tasks;

    private final Map<String, Browserless> visitors = new HashMap<>();
    private OpenRound round;
    private EveryDoor doors;

    @BeforeEach
    void roundIsOpen() {
        if (round != null) {
            return;
        }
        round = new OpenRound(port, jdbc, register, "dr").registered().opened();
        doors = new EveryDoor(port, jdbc);
    }

    @Test
    void aDraftIsKeptForItsPersonAndNobodyElseReadsIt() throws Exception {
        var path = "/api/drafts/task/" + round.task("userTask_signForFeedback");
        assertThat(at("dr-secretary", "GET", path, null).statusCode()).isEqualTo(204);

        var kept = at("dr-secretary", "PUT", path, HALF);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(json.readTree(kept.body()).path("savedAt").asText()).contains("2026-03-1", "+08:00");

        var read = at("dr-secretary", "GET", path, null);
        assertThat(json.readTree(read.body()).path("entry")).isEqualTo(json.readTree(HALF));
        assertThat(read.headers().firstValue("Cache-Control")).contains("no-store");
        for (var other : List.of("dr-clerk", "dr-leader1", "office", "discipline", "admin", "qx-secretary")) {
            assertThat(at(other, "GET", path, null).statusCode()).as(other).isEqualTo(404);
            assertThat(at(other, "PUT", path, "{}").statusCode()).as(other).isEqualTo(404);
            assertThat(at(other, "DELETE", path, null).statusCode()).as(other).isEqualTo(204);
        }
        assertThat(at("dr-secretary", "GET", path, null).body()).isEqualTo(read.body());
        assertThat(jdbc.sql("select count(*) from act_hi_varinst where name_ = 'entry'")
                        .query(Long.class)
                        .single())
                .as("nothing of it in the engine's history")
                .isZero();

        assertThat(at("dr-secretary", "DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(at("dr-secretary", "GET", path, null).statusCode()).isEqualTo(204);
    }

    @Test
    void aDraftGoesWithItsTask() {
        var finding = round.ofVillage(1);
        var task = doors.task(finding, "userTask_rectifyFinding");
        var owner = tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
        assertThat(at(owner, "PUT", "/api/drafts/task/" + task, "{\"result\":\"已\"}")
                        .statusCode())
                .isEqualTo(200);

        tasks.setAssignee(task, "dr-clerk");
        assertThat(drafts(task)).as("taken away from the person").isEmpty();
        assertThat(at(owner, "GET", "/api/drafts/task/" + task, null).statusCode())
                .isEqualTo(404);

        var receipts = round.task("userTask_collectReceipts");
        at("dr-clerk", "PUT", "/api/drafts/task/" + receipts, "{\"receivedBy\":\"王\"}");
        assertThat(drafts(receipts)).containsExactly("dr-clerk");
        var whole = collected(receipts);
        doors.complete(Door.COMPLETE, "dr-clerk", receipts, whole);
        assertThat(drafts(receipts)).as("handed in").isEmpty();
        assertThat(at("dr-clerk", "PUT", "/api/drafts/task/" + receipts, "{}").statusCode())
                .isEqualTo(404);
        tasks.setAssignee(task, owner);
    }

    @Test
    @Feature(29)
    void aSubstituteKeepsADraftOfTheirOwnWhileTheyStandIn() {
        var task = doors.task(round.ofTown(2), "userTask_rectifyFinding");
        var path = "/api/drafts/task/" + task;
        var absent = tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
        var substitute = "dr-person4";
        assertThat(at(substitute, "PUT", path, "{\"result\":\"代\"}").statusCode())
                .isEqualTo(404);
        var today = round.today();
        var named = at(
                absent,
                "POST",
                "/api/substitutions",
                """
                {"absent":"%s","substitute":"%s","startsOn":"%s","endsOn":"%s","reason":"外出学习"}"""
                        .formatted(absent, substitute, today, today));
        assertThat(named.statusCode()).as(named.body()).isEqualTo(201);
        assertThat(at(absent, "PUT", path, "{\"result\":\"本人\"}").statusCode()).isEqualTo(200);
        assertThat(at(substitute, "PUT", path, "{\"result\":\"代行\"}").statusCode())
                .isEqualTo(200);
        assertThat(at(substitute, "GET", path, null).body()).contains("代行");
        assertThat(at(absent, "GET", path, null).body())
                .as("nobody reads anybody else's, not even whose task it is")
                .contains("本人");
        for (var other : List.of("dr-person3", "dr-clerk", "admin")) {
            assertThat(at(other, "GET", path, null).statusCode()).as(other).isEqualTo(404);
        }
        try {
            var id = json.readTree(named.body()).path("id").asText();
            assertThat(at(absent, "POST", "/api/substitutions/" + id + "/end", "{}")
                            .statusCode())
                    .isEqualTo(204);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        assertThat(at(substitute, "GET", path, null).statusCode()).as("over").isEqualTo(404);
    }

    @Test
    void aDraftOfAPlanLineIsForWhoeverMaySaveTheLine() {
        doors.complete(
                Door.LIST,
                "dr-clerk",
                round.task("userTask_divideFindings"),
                given(round.task("userTask_divideFindings")));
        round.technicalStepsAreDone();
        var finding = round.ofTown(1);
        var drafter = jdbc.sql("select drafter from rectification.plan_line where finding_id = ?")
                .param(finding)
                .query(String.class)
                .single();
        var path = "/api/drafts/plan-line/" + finding;
        assertThat(at(drafter, "PUT", path, "{\"goal\":\"一半\"}").statusCode()).isEqualTo(200);
        assertThat(at("dr-village1", "GET", path, null).statusCode()).isEqualTo(404);
        assertThat(at("admin", "GET", path, null).statusCode()).isEqualTo(404);
        assertThat(at("dr-clerk", "GET", path, null).statusCode())
                .as("the clerk may write the line too, and sees no draft but the own")
                .isEqualTo(204);
        assertThat(at(drafter, "POST", "/api/plan-lines/" + finding + "/bounce", "{\"reason\":\"不属本办职责\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(drafts(finding)).as("given back").isEmpty();
    }

    @Test
    void whatIsNoFormTooLongOrPersonalIsNotKept() {
        var path = "/api/drafts/task/" + round.task("userTask_signForFeedback");
        at("dr-secretary", "DELETE", path, null);
        for (var bad : List.of(
                "[]",
                "7",
                "{",
                "{\"statement\":\"电话13812345678\"}",
                "{\"statement\":\"" + "改".repeat(Drafts.LARGEST / 3) + "\"}")) {
            var answer = at("dr-secretary", "PUT", path, bad);
            assertThat(answer.statusCode())
                    .as(bad.substring(0, 1) + answer.body())
                    .isEqualTo(422);
            assertThat(answer.body()).contains("。\"").doesNotContain("1381234");
        }
        assertThat(at("dr-secretary", "GET", path, null).statusCode()).isEqualTo(204);
        assertThat(at("dr-secretary", "GET", "/api/drafts/nothing/1", null).statusCode())
                .isEqualTo(404);
        assertThat(at("dr-secretary", "PUT", "/api/drafts/task/none", "{}").statusCode())
                .isEqualTo(404);
    }

    private List<String> drafts(String subjectId) {
        return jdbc.sql("select person_id from rectification.draft where subject_id = ?")
                .param(subjectId)
                .query(String.class)
                .list();
    }

    private String given(String task) {
        try {
            var body = at(
                            "dr-clerk",
                            "GET",
                            "/engine-rest/task/" + task + "/form-variables?deserializeValues=false",
                            null)
                    .body();
            return json.readTree(body).path("entry").path("value").asText();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private String collected(String task) {
        try {
            var entry = (com.fasterxml.jackson.databind.node.ObjectNode) json.readTree(given(task));
            var today = round.today().toString();
            entry.put("receivedOn", today).put("receivedBy", "办公室");
            entry.path("villages").forEach(row -> ((com.fasterxml.jackson.databind.node.ObjectNode) row)
                    .put("receivedOn", today)
                    .put("receivedBy", "支部书记"));
            entry.path("contacts").forEach(row -> ((com.fasterxml.jackson.databind.node.ObjectNode) row)
                    .put("office", "三室")
                    .put("contact", "联系人")
                    .put("phone", "0593-1"));
            return entry.toString();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> at(String login, String method, String path, String body) {
        return visitors.computeIfAbsent(login, id -> new Browserless(port, id, TestPeople.PASSWORD))
                .send(method, path, body, "application/json");
    }
}
