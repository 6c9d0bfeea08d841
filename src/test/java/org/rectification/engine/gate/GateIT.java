package org.rectification.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.refusal.Refusal;
import org.rectification.support.Browserless;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Every refused command and every known hole of the engine, tried as the task's own assignee and as administrator,
 * through both doors. Without the gate each of these answers 2xx or evaluates what it was sent.
 */
@RectificationTest
@Import(GateIT.Refusing.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateIT {

    private static final String PASSWORD = "Gate!2026-open";
    private static final String WORKER = "gate-worker";
    private static final String ADMIN = "gate-admin";
    private static final String GIVEN = "结果没有佐证材料。";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Canary canary;

    private Browserless worker;
    private Browserless admin;
    private String instance;
    private String task;

    @BeforeEach
    void aTaskInTheWorkersHands() {
        if (worker == null) {
            person(WORKER, "responsible-person");
            person(ADMIN, "camunda-admin");
            repository
                    .createDeployment()
                    .addClasspathResource("gate/one-task.bpmn")
                    .deploy();
            worker = new Browserless(port, WORKER, PASSWORD).loggedIn();
            admin = new Browserless(port, ADMIN, PASSWORD).loggedIn();
        }
        instance = runtime.startProcessInstanceByKey("oneTask", java.util.Map.of("worker", WORKER))
                .getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private void person(String id, String group) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        var user = identity.newUser(id);
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        if (group != null) {
            if (identity.createGroupQuery().groupId(group).count() == 0) {
                identity.saveGroup(identity.newGroup(group));
            }
            identity.createMembership(id, group);
        }
    }

    static Stream<Arguments> walkArounds() {
        return Stream.of(
                        at("POST", "/task/{task}/bpmnError", "{\"errorCode\":\"walkAround\"}"),
                        at("POST", "/task/{task}/bpmnEscalation", "{\"escalationCode\":\"walkAround\"}"),
                        at("POST", "/task/{task}/delegate", "{\"userId\":\"gate-admin\"}"),
                        at("POST", "/task/{task}/resolve", "{}"),
                        at("POST", "/task/{task}/assignee", "{\"userId\":\"gate-admin\"}"),
                        at("POST", "/task/{task}/identity-links", "{\"userId\":\"gate-admin\",\"type\":\"candidate\"}"),
                        at("PUT", "/task/{task}", "{\"name\":\"x\",\"due\":\"2030-01-01T00:00:00.000+0800\"}"),
                        at("PUT", "/task/{task}/variables/entry", "{\"value\":1}"),
                        at("PUT", "/task/{task}/localVariables/entry", "{\"value\":1}"),
                        at("POST", "/task/{task}/variables", "{\"modifications\":{\"x\":{\"value\":1}}}"),
                        at("DELETE", "/task/{task}/variables/entry", null),
                        at("DELETE", "/task/{task}", null),
                        at("POST", "/task/create", "{\"id\":\"loose\"}"),
                        at(
                                "POST",
                                "/process-instance/{instance}/modification",
                                "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"endEvent_done\"}]}"),
                        at(
                                "POST",
                                "/process-instance/{instance}/variables",
                                "{\"modifications\":{\"x\":{\"value\":1}}}"),
                        at("PUT", "/process-instance/{instance}/suspended", "{\"suspended\":true}"),
                        at("DELETE", "/process-instance/{instance}", null),
                        at("DELETE", "/history/process-instance/{instance}", null),
                        at("POST", "/process-instance/delete", "{\"processInstanceIds\":[\"{instance}\"]}"),
                        at("POST", "/message", "{\"messageName\":\"findingRectification.planIssued\",\"all\":true}"),
                        at("POST", "/signal", "{\"name\":\"x\"}"),
                        at("POST", "/execution/{instance}/signal", "{}"),
                        at("POST", "/process-definition/key/oneTask/start", "{}"),
                        at("POST", "/process-definition/key/oneTask/submit-form", "{\"variables\":{}}"),
                        at(
                                "POST",
                                "/process-definition/key/oneTask/start",
                                "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"endEvent_done\"}]}"),
                        at(
                                "POST",
                                "/migration/generate",
                                "{\"sourceProcessDefinitionId\":\"{definition}\",\"targetProcessDefinitionId\":\"{definition}\"}"),
                        at(
                                "POST",
                                "/process-definition/{definition}/restart",
                                "{\"processInstanceIds\":[\"{instance}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"endEvent_done\"}]}"),
                        at("DELETE", "/user/gate-worker", null),
                        at(
                                "POST",
                                "/authorization/create",
                                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"gate-worker\",\"resourceType\":8,\"resourceId\":\"*\"}"),
                        at("DELETE", "/process-definition/{definition}?cascade=true", null))
                .flatMap(each -> Stream.of(Browserless.REST, Browserless.WEB)
                        .map(door -> Arguments.of(door, each.get(0), each.get(1), each.get(2))));
    }

    private static List<String> at(String method, String path, String body) {
        return java.util.Arrays.asList(method, path, body);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("walkArounds")
    @DisplayName("No command but those of the list, for nobody")
    void refusedForEverybody(String door, String method, String path, String body) {
        for (var person : List.of(worker, admin)) {
            var answer = person.at(door, method, filled(path), filled(body));

            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        }
        var untouched = tasks.createTaskQuery().taskId(task).singleResult();
        assertThat(untouched).isNotNull();
        assertThat(untouched.getAssignee()).isEqualTo(WORKER);
        assertThat(untouched.getDelegationState()).isNull();
        assertThat(runtime.createVariableInstanceQuery().variableName("x").count())
                .isZero();
    }

    private String filled(String text) {
        if (text == null) {
            return null;
        }
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("oneTask")
                .latestVersion()
                .singleResult();
        return text.replace("{task}", task).replace("{instance}", instance).replace("{definition}", definition.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    @DisplayName("A task takes the one variable that it declares")
    void undeclaredVariablesAreRefused(String act) {
        var answer = worker.at(
                Browserless.REST,
                "POST",
                "/task/" + task + "/" + act,
                "{\"variables\":{\"entry\":{\"type\":\"Json\",\"value\":\"{}\"},\"findingId\":{\"value\":\"other\"}}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("findingId");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    @DisplayName("A refusal is 422 with one Chinese sentence, and the task stays")
    void aRefusalReachesThePerson(String act) {
        var answer = worker.at(Browserless.REST, "POST", "/task/" + task + "/" + act, entry("{\\\"refuse\\\":true}"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(GIVEN)
                .contains("\"field\":\"evidence\"")
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "{\"variables\":{\"entry\":null}}",
                "{\"variables\":{\"entry\":{\"type\":\"\",\"value\":\"{}\"}}}",
                "{\"variables\":{\"entry\":{\"type\":\"File\",\"value\":\"\"}}}",
                "{\"variables\":{\"entry\":{\"type\":\"Json\",\"value\":7}}}",
                "{\"variables\":{\"entry\":{\"type\":\"Json\",\"value\":\"{}\",\"valueInfo\":{\"transient\":1}}}}"
            })
    @DisplayName("A malformed body is the client's mistake, never the server's")
    void malformedBodiesAreTheClientsMistake(String body) {
        for (var door : List.of(Browserless.REST, Browserless.WEB)) {
            for (var act : List.of("complete", "submit-form")) {
                var answer = admin.at(door, "POST", "/task/" + task + "/" + act, body);

                assertThat(answer.statusCode()).as(door + act + answer.body()).isBetween(400, 499);
            }
        }
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
    }

    @Test
    @DisplayName("Six thousand characters in a form arrive whole")
    void longTextsAreKept() {
        canary.text = null;
        var text = "改".repeat(6_000);

        var answer = worker.at(
                Browserless.REST, "POST", "/task/" + task + "/complete", entry("{\\\"text\\\":\\\"" + text + "\\\"}"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(canary.text).isEqualTo(text);
    }

    @Test
    @DisplayName("What people type does not stay in the engine's history")
    void entriesLeaveNoHistory(@Autowired org.camunda.bpm.engine.HistoryService history) {
        worker.at(Browserless.REST, "POST", "/task/" + task + "/complete", entry("{\\\"text\\\":\\\"x\\\"}"));

        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName("entry")
                        .count())
                .isZero();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .finished()
                        .count())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/task/count"})
    @DisplayName("Expressions in nested queries are never evaluated")
    void nestedExpressionsAreRefused(String path) {
        canary.touched.set(0);
        for (var door : List.of(Browserless.REST, Browserless.WEB)) {
            var answer =
                    admin.at(door, "POST", path, "{\"orQueries\":[{\"dueAfterExpression\":\"${canary.touch()}\"}]}");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
        assertThat(canary.touched).hasValue(0);
    }

    @Test
    @DisplayName("A stored filter holds known expressions only, and running one adds none")
    void filtersHoldKnownExpressionsOnly() {
        canary.touched.set(0);
        for (var door : List.of(Browserless.REST, Browserless.WEB)) {
            var bad = admin.at(
                    door,
                    "POST",
                    "/filter/create",
                    filter("{\"orQueries\":[{\"dueAfterExpression\":\"${canary.touch()}\"}]}"));
            assertThat(bad.statusCode()).as(bad.body()).isEqualTo(400);
            var worse =
                    admin.at(door, "POST", "/filter/create", filter("{\"assigneeExpression\":\"${canary.touch()}\"}"));
            assertThat(worse.statusCode()).as(worse.body()).isEqualTo(400);

            var good =
                    admin.at(door, "POST", "/filter/create", filter("{\"assigneeExpression\":\"${currentUser()}\"}"));
            assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
            var id = Spin.JSON(good.body()).prop("id").stringValue();
            for (var run : List.of("/list", "/count", "/singleResult")) {
                var extended = admin.at(
                        door,
                        "POST",
                        "/filter/" + id + run,
                        "{\"orQueries\":[{\"dueAfterExpression\":\"${canary.touch()}\"}]}");
                assertThat(extended.statusCode()).as(run + extended.body()).isEqualTo(400);
            }
        }
        assertThat(canary.touched).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/setup;x=1/default/user/create"
            })
    @DisplayName("The page that makes a first administrator is closed, even when there is none")
    void setupIsClosed(String path) {
        var members = identity.createUserQuery().memberOfGroup("camunda-admin").list();
        members.forEach(member -> identity.deleteMembership(member.getId(), "camunda-admin"));
        try {
            var visitor = new Browserless(port, "nobody", "nothing");
            var answer = visitor.send(
                    "POST",
                    path,
                    "{\"profile\":{\"id\":\"intruder\",\"firstName\":\"x\",\"lastName\":\"x\"},\"credentials\":{\"password\":\"Intruder!2026-x\"}}",
                    "application/json");

            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
        } finally {
            members.forEach(member -> identity.createMembership(member.getId(), "camunda-admin"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine",
                "/engine-rest/engine/default/task",
                "/engine-rest/",
                "/engine-rest/user",
                "/api/worklist",
                "/api/clock",
                "/nothing"
            })
    @DisplayName("Nobody in without a login")
    void anonymousGetsNothing(String path) {
        var answer = new Browserless(port, "", "").send("GET", path, null, null);

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest;x=1/task",
                "/engine-rest/task;x=1",
                "/engine-rest//task",
                "/camunda/../engine-rest/task",
                "/camunda/api//engine/engine/default/task",
                "/camunda/api/engine/%2e%2e/engine/default/task",
                "/camunda/api/engine/engine/default/task;x=1"
            })
    @DisplayName("Path tricks end before anybody understands them differently")
    void pathTricksAreRefused(String path) {
        assertThat(admin.send("GET", path, null, null).statusCode()).isBetween(400, 499);
    }

    @Test
    @DisplayName("Even in a rehearsal only the inspection office and administrators move the clock")
    void theClockIsNotEverybodys() {
        assertThat(worker.send("GET", "/api/clock", null, null).statusCode()).isEqualTo(200);
        assertThat(worker.send("POST", "/api/clock", "{\"advance\":\"PT1S\"}", "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.send("POST", "/api/clock", "{\"advance\":\"PT1S\"}", "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("Nobody deploys at run time")
    void deployingIsRefused() {
        var body = "--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"x.bpmn\"\r\n\r\n<a/>\r\n--b--\r\n";

        var answer = admin.send("POST", "/engine-rest/deployment/create", body, "multipart/form-data; boundary=b");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("A body above the limit is 413, whether its length is told or not")
    void tooLargeBodies() {
        var large = "{\"variables\":{\"entry\":{\"value\":\"" + "x".repeat(33 * 1024 * 1024) + "\"}}}";

        var answer = worker.at(Browserless.REST, "POST", "/task/" + task + "/complete", large);

        assertThat(answer.statusCode()).isEqualTo(413);
        for (var door : List.of(Browserless.REST, Browserless.WEB)) {
            var untold = admin.streamed(door + "/task/" + task + "/complete", large);
            assertThat(untold.statusCode()).as(door).isEqualTo(413);
        }
    }

    @Test
    @DisplayName("The REST door never cuts a list silently")
    void listsAreLimited() {
        assertThat(admin.at(Browserless.REST, "GET", "/task?maxResults=100000", null)
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.at(Browserless.REST, "GET", "/task?maxResults=1000", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.at(Browserless.REST, "GET", "/task", null).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("A wrong password locks an account for a while, never for good")
    void locksExpire() {
        person("gate-locked", null);
        for (int i = 0; i < 12; i++) {
            assertThat(identity.checkPassword("gate-locked", "wrong")).isFalse();
            org.camunda.bpm.engine.impl.util.ClockUtil.offset(600_000L * (i + 1));
        }
        try {
            assertThat(identity.checkPassword("gate-locked", PASSWORD)).isTrue();
        } finally {
            org.camunda.bpm.engine.impl.util.ClockUtil.reset();
        }
    }

    private static String entry(String json) {
        return "{\"variables\":{\"entry\":{\"type\":\"Json\",\"value\":\"" + json + "\"}}}";
    }

    private static String filter(String query) {
        return "{\"resourceType\":\"Task\",\"name\":\"x\",\"owner\":null,\"query\":" + query + ",\"properties\":{}}";
    }

    /** Notices whether somebody's expression ran, and keeps what a form sent. */
    public static class Canary {

        final AtomicInteger touched = new AtomicInteger();
        String text;

        public String touch() {
            touched.incrementAndGet();
            return "2020-01-01";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Refusing {

        @Bean
        Canary canary() {
            return new Canary();
        }

        @Bean
        TaskListener refusingListener(Canary canary) {
            return (DelegateTask task) -> {
                var entry = Spin.JSON(task.getVariable("entry"));
                if (entry.hasProp("refuse")) {
                    throw Refusal.of("evidence", GIVEN + "<b>");
                }
                canary.text = entry.hasProp("text") ? entry.prop("text").stringValue() : null;
            };
        }
    }
}
