package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.signoff.Signatures;
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

/** A round in which people are away: the substitute at every door, and what the record says. */
@RectificationTest
@Feature(29)
class SubstitutionIT {

    private static final Map<String, Object> PASSED = Map.of("answer", "AGREE", "reason", "情况属实，同意。");

    /** Somebody with a duty that has nothing to do with the round. */
    private static final List<PersonEntry.DutyEntry> OFFICER =
            List.of(new PersonEntry.DutyEntry(Role.RESPONSIBLE_PERSON, null, null, LocalDate.of(2025, 1, 1)));

    private static OpenRound round;

    @LocalServerPort
    int port;

    @Autowired
    PeopleRegister register;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Signatures signatures;

    @Autowired
    Clock clock;

    private EveryDoor doors;

    @BeforeEach
    void open() {
        if (round == null) {
            round = new OpenRound(port, jdbc, register, "si").registered().opened();
        }
        doors = new EveryDoor(port, jdbc);
        jdbc.sql("select id from rectification.substitution where absent_id like 'si-%' and ended_on is null")
                .query(String.class)
                .list()
                .forEach(this::end);
    }

    private void end(String id) {
        var absent = jdbc.sql("select absent_id from rectification.substitution where id = ?")
                .param(id)
                .query(String.class)
                .single();
        var actor = absent.equals("si-secretary") ? "office" : "si-clerk";
        assertThat(at(actor, "POST", "/substitutions/" + id + "/end", "{}").statusCode())
                .isEqualTo(204);
    }

    private java.net.http.HttpResponse<String> at(String login, String method, String path, String body) {
        return new Browserless(port, login, TestPeople.PASSWORD).at("/api", method, path, body);
    }

    private String name(String actor, String absent, String substitute) {
        var today = LocalDate.now(clock);
        var answer = at(
                actor,
                "POST",
                "/substitutions",
                """
                {"absent":"%s","substitute":"%s","startsOn":"%s","endsOn":"%s","reason":"外出学习"}"""
                        .formatted(absent, substitute, today, today.plusDays(3)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return parsed(answer.body()).path("id").asText();
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (java.io.IOException e) {
            throw new AssertionError(body, e);
        }
    }

    private List<String> rows(String login, String kind) {
        return parsed(at(login, "GET", "/worklist/" + kind, null).body())
                .path("rows")
                .findValuesAsText("taskId");
    }

    private List<String> record(String finding) {
        return parsed(at("si-clerk", "GET", "/findings/" + finding, null).body())
                .path("moves")
                .findValuesAsText("actorName");
    }

    @Test
    void absentPersonsTaskAppearsToTheSubstituteAndTheRecordShowsBothNames() {
        var finding = round.ofTown(1);
        var task = doors.task(finding, "userTask_rectifyFinding");
        doors.closed("si-person2", task, OpenRound.RESULT);
        name("si-person1", "si-person1", "si-person2");
        assertThat(rows("si-person2", "work")).contains(task);
        assertThat(rows("si-person1", "work")).contains(task);
        var rest = new Browserless(port, "si-person2", TestPeople.PASSWORD);
        assertThat(rest.at(Browserless.REST, "GET", "/task/" + task, null).statusCode())
                .isEqualTo(200);
        doors.complete(Door.LIST, "si-person2", task, OpenRound.RESULT);
        assertThat(record(finding)).contains("甲si-person2（代甲si-person1）");
        assertThat(jdbc.sql("select doer from rectification.finding where id = ?")
                        .param(finding)
                        .query(String.class)
                        .single())
                .isEqualTo("si-person2");
    }

    @Test
    void whoeverActedForSomebodyAndWhoeverIsStoodInForNeverReviewsOrVerifiesThatResult() {
        var finding = round.ofTown(2);
        var leader = jdbc.sql("select responsible_leader from rectification.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();
        var person = jdbc.sql("select responsible_person from rectification.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();
        doors.complete(Door.COMPLETE, person, doors.task(finding, "userTask_rectifyFinding"), OpenRound.RESULT);
        round.technicalStepsAreDone();
        // The leader is away and the very person who did the work is named: the review stays refused at each door.
        var id = name(leader, leader, person);
        var review = doors.task(finding, "userTask_reviewResult");
        for (var door : Door.values()) {
            var answer = doors.send(door, person, review, PASSED);
            assertThat(answer.statusCode()).as(door + answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("不能审核本人办理");
        }
        end(id);
        name("si-clerk", leader, "si-leader2".equals(leader) ? "si-leader1" : "si-leader2");
        var substitute = "si-leader2".equals(leader) ? "si-leader1" : "si-leader2";
        doors.complete(Door.SUBMIT_FORM, substitute, review, PASSED);
        assertThat(record(finding)).contains("甲" + substitute + "（代甲" + leader + "）");
    }

    @Test
    void theVerifiersPlaceIsNotTakenByWhoeverAnswersForFindings() {
        var today = LocalDate.now(clock);
        var body =
                """
                {"absent":"%s","substitute":"%s","startsOn":"%s","endsOn":"%s","reason":"外出学习"}""";
        var answer =
                at("si-clerk", "POST", "/substitutions", body.formatted("si-discipline", "si-leader1", today, today));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("不能代行核验职责");
        var other =
                at("si-clerk", "POST", "/substitutions", body.formatted("si-leader1", "si-discipline", today, today));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("镇纪委负责核验");
    }

    @Test
    void theVerifiersSubstituteVerifiesAndTheirOwnHandsStayApart() {
        register.person(
                new PersonEntry("si-deputy", "甲si-deputy", "纪委副书记", round.town(), TestPeople.PASSWORD, OFFICER));
        var finding = round.ofVillage(1);
        doors.complete(Door.COMPLETE, "si-village1", doors.task(finding, "userTask_rectifyFinding"), OpenRound.RESULT);
        round.technicalStepsAreDone();
        var leader = jdbc.sql("select responsible_leader from rectification.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();
        doors.complete(Door.COMPLETE, leader, doors.task(finding, "userTask_reviewResult"), PASSED);
        round.technicalStepsAreDone();
        name("si-discipline", "si-discipline", "si-deputy");
        var verify = doors.task(finding, "userTask_verifyFinding");
        assertThat(jdbc.sql("select assignee_ from act_ru_task where id_ = ?")
                        .param(verify)
                        .query(String.class)
                        .single())
                .isEqualTo("si-discipline");
        assertThat(rows("si-deputy", "verify")).contains(verify);
        // Should the doer have been away meanwhile with the same substitute, that substitute has a hand in the result.
        jdbc.sql(
                        """
                        insert into rectification.event (at, actor, on_behalf_of, round_id, organisation_id, finding_id, kind)
                        values (now(), 'si-village1', 'si-deputy', ?, ?, ?, 'TEST')""")
                .params(round.roundId(), round.town(), finding)
                .update();
        for (var door : Door.values()) {
            var answer = doors.send(door, "si-deputy", verify, Map.of("verdict", "DONE", "reason", "现场查看属实。"));
            assertThat(answer.statusCode()).as(door + answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("代行职责人员不能核验");
        }
    }

    @Test
    void theTruthfulnessSignatureIsNobodysButTheSecretarys() {
        repository
                .createDeployment()
                .addModelInstance(
                        "signature.bpmn",
                        Bpmn.createExecutableProcess("signatureAlone")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("userTask_signTruthfulness")
                                .camundaAssignee("si-secretary")
                                .endEvent()
                                .done())
                .deploy();
        var before = signature();
        name("office", "si-secretary", "si-leader3");
        var during = signature();
        var signFor = round.task("userTask_signForFeedback");
        var rest = new Browserless(port, "si-leader3", TestPeople.PASSWORD);
        assertThat(rest.at(Browserless.REST, "GET", "/task/" + signFor, null).statusCode())
                .isEqualTo(200);
        for (var task : List.of(before, during)) {
            assertThat(rest.at(Browserless.REST, "GET", "/task/" + task, null).statusCode())
                    .isEqualTo(404);
            doors.closed("si-leader3", task, Map.of("decision", "SIGN"));
        }
        var refused = org.assertj.core.api.Assertions.catchThrowable(() -> signatures.decide(
                "si-leader3",
                new org.rectification.round.CaseKey(round.roundId(), round.town()),
                json.convertValue(Map.of("decision", "SIGN"), org.rectification.signoff.SignatureEntry.class)));
        assertThat(refused).hasMessageContaining("任何人不得代签");
    }

    private String signature() {
        var instance = runtime.startProcessInstanceByKey("signatureAlone", Map.of("organisationId", round.town()));
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    @Test
    void theSubstituteSeesWhatTheAbsentPersonSeesAndNothingAfterwards() {
        var finding = round.ofVillage(1);
        register.person(new PersonEntry("si-helper", "甲si-helper", "村文书", round.town(), TestPeople.PASSWORD, OFFICER));
        assertThat(at("si-helper", "GET", "/findings/" + finding, null).statusCode())
                .isEqualTo(404);
        var id = name("si-village1", "si-village1", "si-helper");
        assertThat(at("si-helper", "GET", "/findings/" + finding, null).statusCode())
                .isEqualTo(200);
        assertThat(at("si-helper", "POST", "/substitutions/" + id + "/end", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(at("si-helper", "GET", "/findings/" + finding, null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theAdministratorNamesNobodyAndIsNobodysSubstitute() {
        var today = LocalDate.now(clock);
        for (var pair : List.of(List.of("si-person3", "si-person4"), List.of("si-person3", "admin"))) {
            var answer = at(
                    "admin",
                    "POST",
                    "/substitutions",
                    """
                    {"absent":"%s","substitute":"%s","startsOn":"%s","endsOn":"%s","reason":"越权"}"""
                            .formatted(pair.get(0), pair.get(1), today, today));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        }
        assertThat(at(
                                "si-person3",
                                "POST",
                                "/substitutions",
                                "{\"absent\":\"si-person3\",\"substitute\":\"admin\",\"startsOn\":\"" + today
                                        + "\",\"endsOn\":\"" + today + "\",\"reason\":\"越权\"}")
                        .body())
                .contains("同一单位");
        assertThat(at("si-person3", "POST", "/substitutions", "{\"absent\":[7]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(at("si-person3", "POST", "/substitutions", "{}").statusCode())
                .isEqualTo(422);
        assertThat(at("si-person3", "POST", "/substitutions/none/end", "{}").statusCode())
                .isEqualTo(422);
    }
}
