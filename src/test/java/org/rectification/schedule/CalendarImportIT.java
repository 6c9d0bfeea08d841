package org.rectification.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
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

/**
 * A notice comes in while a round is running: every mistake, then every date that would move, and only then the change,
 * with ledger, tasks and timers together. The round begins on 25 November 2026, so its hearing and its completion lie in
 * 2027, for which there is no notice yet.
 */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-11-25T09:30:00+08:00")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Feature(62)
class CalendarImportIT {

    /** The hearing falls on Sunday 24 January and goes back to Friday the 22nd; completion is Thursday 25 February. */
    private static final String NOTICE =
            """
            日期,类别,名称
            2027-01-01,放假,元旦
            2027-01-22,放假,演示假日
            2027-02-06,放假,春节
            2027-02-20,上班,
            2027-02-25,放假,演示假日
            """;

    private static OpenRound round;

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PeopleRegister register;

    private ResponseEntity<JsonNode> send(String login, String path, String file, String fingerprint) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "notice.csv";
            }
        });
        parts.add("source", "国务院办公厅关于2027年部分节假日安排的通知（演示）");
        if (fingerprint != null) {
            parts.add("fingerprint", fingerprint);
        }
        return http.withBasicAuth(login, TestPeople.PASSWORD)
                .postForEntity("/api/calendar" + path, parts, JsonNode.class);
    }

    private List<LocalDate> dueDays() {
        return jdbc.sql("select distinct due_on from rectification.finding where round_id = ? order by 1")
                .param(round.roundId())
                .query(LocalDate.class)
                .list();
    }

    private List<String> dueOfTasks(String key) {
        return jdbc.sql(
                        """
                        select distinct t.due_date_ at time zone 'Asia/Shanghai' from act_ru_task t
                          join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'roundId'
                         where v.text_ = ? and t.task_def_key_ = ?""")
                .params(round.roundId(), key)
                .query((row, number) ->
                        row.getTimestamp(1).toLocalDateTime().toLocalDate().toString())
                .list();
    }

    private List<LocalDate> timers() {
        return jdbc.sql(
                        """
                        select distinct j.duedate_ from act_ru_job j
                          join act_ru_variable v on v.proc_inst_id_ = j.process_instance_id_ and v.name_ = 'roundId'
                         where v.text_ = ? and j.type_ = 'timer' order by 1""")
                .param(round.roundId())
                .query((row, number) -> row.getTimestamp(1).toLocalDateTime().toLocalDate())
                .list();
    }

    private long events(String kind) {
        return jdbc.sql(
                        "select count(*) from rectification.event where kind = ? and (round_id = ? or round_id is null)")
                .params(kind, round.roundId())
                .query(Long.class)
                .single();
    }

    private JsonNode rules(String login) {
        return http.withBasicAuth(login, TestPeople.PASSWORD)
                .getForObject("/api/inspection-rounds/" + round.roundId() + "/rules", JsonNode.class);
    }

    private static JsonNode date(JsonNode rules, String id) {
        for (var date : rules.get(0).path("dates")) {
            if (id.equals(date.path("id").asText())) {
                return date;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    @Order(1)
    @Feature(67)
    void theTownshipReadsItsDatesOnceItsFeedbackIsRecordedAndTheCountyAtOnce() {
        round = new OpenRound(port, jdbc, register, "ci").registered();
        assertThat(rules("ci-clerk").path("status").asInt()).isEqualTo(404);
        assertThat(rules("office").get(0).path("dates").size()).isGreaterThan(15);

        round.opened();

        var plan = date(rules("ci-clerk"), "planDue");
        assertThat(plan.path("date").asText()).isEqualTo("2026-12-16");
        assertThat(plan.path("clause").asText()).isEqualTo("S18");
        assertThat(plan.path("localDefault").asBoolean()).isTrue();
        assertThat(plan.path("certainty").asText()).startsWith("本地默认").contains("非法定");
        assertThat(plan.path("provisional").asBoolean()).isFalse();
        var completion = date(rules("ci-clerk"), "completeBy");
        assertThat(completion.path("date").asText()).isEqualTo("2027-02-25");
        assertThat(completion.path("provisional").asBoolean()).isTrue();
        assertThat(rules("qx-clerk").path("status").asInt()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void everyMistakeIsNamedWithItsRow() {
        var answer = send(
                "admin",
                "/preview",
                "日期,类别,名称\n2027-13-01,放假,元旦\n2027-01-04,上班,\n2028-01-01,休息,元旦\n2027-02-06,放假,\n",
                null);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().has("moves")).isFalse();
        assertThat(answer.getBody().path("errors").findValuesAsText("row")).containsExactly("2", "3", "4", "5");
        assertThat(answer.getBody().path("errors").findValuesAsText("column")).containsExactly("日期", "日期", "类别", "名称");
    }

    @Test
    @Order(3)
    void onlyAnAdministratorMayImport() {
        for (var login : List.of("office", "ci-clerk")) {
            assertThat(send(login, "/preview", NOTICE, null).getStatusCode().value())
                    .isEqualTo(403);
            assertThat(send(login, "/import", NOTICE, "x").getStatusCode().value())
                    .isEqualTo(403);
        }
    }

    @Test
    @Order(4)
    void aPreviewTellsEveryDateAndStoresNothing() {
        var before = timers();
        var events = events("DATES_MOVED");

        var moves = send("admin", "/preview", NOTICE, null).getBody().path("moves");

        assertThat(moves.path("moves").toString())
                .contains(
                        "\",\"from\":\"2027-01-22\",\"to\":\"2027-01-21\"",
                        "\"what\":\"完成集中整改\",\"from\":\"2027-02-25\",\"to\":\"2027-02-24\"",
                        "整改时限");
        assertThat(moves.path("tasks").asInt()).isPositive();
        assertThat(moves.path("timers").asInt()).isPositive();
        assertThat(dueDays()).containsExactly(LocalDate.parse("2027-02-25"));
        assertThat(timers()).isEqualTo(before);
        assertThat(events("DATES_MOVED")).isEqualTo(events);
        assertThat(date(rules("office"), "completeBy").path("provisional").asBoolean())
                .isTrue();
    }

    @Test
    @Order(5)
    void anythingElseThanWasShownIsRefused() {
        var answer = send("admin", "/import", NOTICE, "0123");

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().path("message").asText()).isEqualTo("预览以后情况有了变化，请重新上传核对。");
        assertThat(dueDays()).containsExactly(LocalDate.parse("2027-02-25"));
    }

    @Test
    @Order(6)
    void confirmedLedgerTasksTimersAndTrailMoveTogether() {
        var typed = round.ofTown(1);
        jdbc.sql("update rectification.finding set due_given = true where id = ?")
                .param(typed)
                .update();
        var fingerprint = send("admin", "/preview", NOTICE, null)
                .getBody()
                .path("moves")
                .path("fingerprint")
                .asText();
        assertThat(dueOfTasks("userTask_rectifyFinding")).isNotEmpty();

        var answer = send("admin", "/import", NOTICE, fingerprint);

        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(200);
        assertThat(dueDays()).containsExactly(LocalDate.parse("2027-02-24"), LocalDate.parse("2027-02-25"));
        assertThat(jdbc.sql("select due_on from rectification.finding where id = ?")
                        .param(typed)
                        .query(LocalDate.class)
                        .single())
                .as("a limit that a person typed")
                .isEqualTo("2027-02-25");
        assertThat(jdbc.sql("select complete_by from rectification.inspected_organisation where round_id = ?")
                        .param(round.roundId())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2027-02-24");
        // 24:00 of the 24th is the 25th at midnight
        assertThat(dueOfTasks("userTask_rectifyFinding")).containsExactlyInAnyOrder("2027-02-25", "2027-02-26");
        assertThat(events("DATES_MOVED")).isEqualTo(1);
        assertThat(events("LIMIT_RECOMPUTED")).isEqualTo(2);
        assertThat(events("CALENDAR_IMPORTED")).isPositive();
        assertThat(date(rules("ci-clerk"), "completeBy").path("provisional").asBoolean())
                .isFalse();
    }

    @Test
    @Order(7)
    void theInvitationsTimerRingsFiveWorkingDaysBeforeTheNewHearing() {
        // 21 January is a Thursday: 20, 19, 18, 15 and 14 January
        assertThat(timers()).contains(LocalDate.parse("2027-01-14"));
        assertThat(timers()).doesNotContain(LocalDate.parse("2027-01-15"));
    }

    @Test
    @Order(8)
    void anotherNodeCountsWithTheNewNoticeAtOnce() {
        // What another node would do: it writes a version of its own, and this one is asked again.
        var version = jdbc.sql(
                        """
                        insert into rectification.calendar_notice (year, source, imported_by, imported_at)
                        values (2028, '演示', 'admin', ?) returning version""")
                .param(OffsetDateTime.parse("2026-11-25T10:00:00+08:00"))
                .query(Long.class)
                .single();
        jdbc.sql("insert into rectification.calendar_day values (?, '2028-01-03', 'HOLIDAY', '元旦')")
                .param(version)
                .update();

        var rules = http.withBasicAuth("office", TestPeople.PASSWORD)
                .getForObject("/api/rules/reg-2017?feedbackOn=2027-12-31", JsonNode.class);

        assertThat(rules.toString()).contains("跳过元旦1天").doesNotContain("2028年放假安排尚未公布");
    }
}
