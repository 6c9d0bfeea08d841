package org.rectification.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.journey.Journey;
import org.rectification.support.ApplicationProcess;
import org.rectification.support.Browserless;
import org.rectification.support.Clause;
import org.rectification.support.TestPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Power fails while the processes of a round are made: nothing is lost, nothing is there twice, and the round goes on. */
class KillDuringCreationIT {

    private static final int FINDINGS = 266;
    private static final String[] SETTINGS = {"spring.profiles.active=demo,rehearsal", "rectification.demo.round=false"
    };
    private static final String CREATED =
            "select count(*) from act_hi_procinst where proc_def_key_ = 'findingRectification'";

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private Path folder;
    private ApplicationProcess application;
    private ProcessHandle postgres;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "kill");
        application = ApplicationProcess.start(folder, SETTINGS);
        postgres = application.postgres();
    }

    @AfterEach
    void stop() {
        application.stop();
        if (postgres.isAlive()) {
            postgres.destroy();
        }
    }

    @Test
    @Clause("S22")
    @DisplayName("kill -9 among 266 finding processes: each is there once after the restart, and people go on")
    void aKillWhileFindingsAreMadeLosesNothingAndDoublesNothing() throws Exception {
        startRound();
        recordFeedbackMeeting();
        killAmongFindings();
        var orphan = postgres;
        assertThat(orphan.isAlive()).as("the server outlives its application").isTrue();
        int made;
        try (var database = application.database()) {
            made = number(database, CREATED);
            assertThat(made).as("made at the kill").isBetween(20, FINDINGS - 20);
        }

        application = ApplicationProcess.start(folder, SETTINGS);
        postgres = application.postgres();

        assertThat(application.output()).contains("left by an earlier run (process " + orphan.pid() + ") is stopped");
        assertThat(orphan.isAlive()).isFalse();
        try (var database = application.database()) {
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> number(database, CREATED) >= FINDINGS
                            && number(database, "select count(*) from act_ru_job where duedate_ <= now()") == 0);
            everyFindingHasOneProcessAndOneTask(database);
            theRoundGoesOn(database);
            theRoundCompletes(database);
        }
        System.out.println("KillDuringCreationIT: " + made + " of " + FINDINGS + " processes at the kill, all "
                + FINDINGS + " once after the restart");
    }

    private void startRound() {
        var round = SampleRound.header(today.minusDays(1)).with("qingxi-town", "清溪镇党委（演示）", 6, 22, 41);
        var findings = (ArrayNode) round.organisation(0).get("findings");
        while (findings.size() > FINDINGS) {
            findings.remove(findings.size() - 1);
        }
        var answer = login("office").send("POST", "/api/inspection-rounds", round.text(), "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void recordFeedbackMeeting() {
        var office = login("office");
        var task = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> tasks(office, "taskDefinitionKey=userTask_recordFeedbackMeeting")
                                .at("/0/id")
                                .asText(),
                        id -> !id.isEmpty());
        complete(
                office,
                task,
                Map.of(
                        "heldOn",
                        today.minusDays(1).toString(),
                        "place",
                        "镇政府会议室",
                        "host",
                        "巡察工作领导小组负责同志",
                        "attendance",
                        "镇领导班子成员、各村党支部书记"));
    }

    private void killAmongFindings() throws SQLException {
        try (var database = application.database()) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> number(database, CREATED) >= 50);
            application.kill();
        }
    }

    private static void everyFindingHasOneProcessAndOneTask(Connection database) throws SQLException {
        assertThat(number(database, CREATED)).isEqualTo(FINDINGS);
        assertThat(
                        number(
                                database,
                                """
                        select count(*) from rectification.finding f
                         where 1 = (select count(*) from act_ru_variable v join act_ru_execution e on e.id_ = v.execution_id_
                                     where v.name_ = 'findingId' and v.text_ = f.id and e.parent_id_ is null
                                       and e.proc_inst_id_ = f.process_instance_id)
                           and 1 = (select count(*) from act_ru_task t where t.proc_inst_id_ = f.process_instance_id
                                       and t.task_def_key_ = 'userTask_rectifyFinding'
                                       and t.assignee_ = f.responsible_person)
                           and 1 >= (select count(*) from act_ru_job j where j.process_instance_id_ = f.process_instance_id)"""))
                .as("findings with one process and one open task")
                .isEqualTo(FINDINGS);
        assertThat(number(database, "select count(*) from act_ru_task where task_def_key_ = 'userTask_rectifyFinding'"))
                .isEqualTo(FINDINGS);
        assertThat(number(database, "select count(*) from act_hi_procinst where proc_def_key_ = 'subLedger'"))
                .isEqualTo(number(database, "select count(*) from rectification.sub_ledger"))
                .isEqualTo(7);
        assertThat(number(
                        database,
                        "select count(*) from (select from rectification.event where round_id is not null"
                                + " group by finding_id, organisation_id, kind having count(*) > 1) doubled"))
                .as("events that happened twice")
                .isZero();
        assertThat(number(database, "select count(*) from act_ru_incident")).isZero();
        assertThat(number(database, "select count(*) from act_ru_job where exception_msg_ is not null"))
                .isZero();
    }

    private void theRoundGoesOn(Connection database) throws SQLException, IOException {
        var person = login("qx-person2");
        var task = tasks(person, "taskDefinitionKey=userTask_rectifyFinding&assignee=qx-person2")
                .at("/0");
        complete(
                person,
                task.path("id").asText(),
                Map.of(
                        "result",
                        "已公示并补齐票据说明。",
                        "measures",
                        // As the plan will have them: what it promises is to be reported (decision 33).
                        new Object[] {
                            Map.of("text", "逐笔核对并补齐审批手续", "kind", "NOW"), Map.of("text", "修订资金管理办法", "kind", "LASTING")
                        },
                        "documentNumber",
                        "清委办〔演示〕3号"));
        var next =
                "select count(*) from act_ru_task where task_def_key_ = 'userTask_reviewResult' and proc_inst_id_ = '"
                        + task.path("processInstanceId").asText() + "'";
        await().atMost(Duration.ofSeconds(30)).until(() -> number(database, next) == 1);
        assertThat(number(database, "select count(*) from act_ru_incident")).isZero();
    }

    private void theRoundCompletes(Connection database) throws SQLException {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
        var completeBy = jdbc.sql("select complete_by from rectification.inspected_organisation")
                .query(LocalDate.class)
                .single();
        var round = jdbc.sql("select id from rectification.round")
                .query(String.class)
                .single();

        new Journey(application.port(), jdbc, List.of("qingxi-town"), today, completeBy)
                .driveToArchive(round, today, completeBy.plusMonths(5));

        assertThat(number(
                        database,
                        "select count(*) from rectification.finding where state in ('STRUCK_OFF', 'LONG_TERM')"))
                .isEqualTo(FINDINGS);
    }

    private static void complete(Browserless person, String task, Map<String, Object> entry) {
        var body = SampleRound.JSON.createObjectNode();
        body.putObject("variables")
                .putObject("entry")
                .put("type", "Json")
                .put("value", SampleRound.JSON.valueToTree(entry).toString());
        var answer = person.at(Browserless.REST, "POST", "/task/" + task + "/complete", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static JsonNode tasks(Browserless person, String query) throws IOException {
        var answer = person.at(Browserless.REST, "GET", "/task?maxResults=10&" + query, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SampleRound.JSON.readTree(answer.body());
    }

    private Browserless login(String person) {
        return new Browserless(application.port(), person, TestPeople.PASSWORD);
    }

    private static int number(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
