package org.rectification.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A round goes over to another profile: every date old and new first, and only before anybody works by the old ones. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-11-25T09:31:00+08:00")
@Feature(67)
class ProfileSwitchIT {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PeopleRegister register;

    private ResponseEntity<JsonNode> post(String login, String roundId, String path, Map<String, String> content) {
        return http.withBasicAuth(login, TestPeople.PASSWORD)
                .postForEntity("/api/inspection-rounds/" + roundId + "/profile" + path, content, JsonNode.class);
    }

    private String profile(String roundId) {
        return jdbc.sql("select profile from rectification.round where id = ?")
                .param(roundId)
                .query(String.class)
                .single();
    }

    @Test
    void everyChangedDateIsShownAndMovesOnlyOnceConfirmedWithAReason() {
        var round = new OpenRound(port, jdbc, register, "ps").registered();
        // The sample round names a completion date of its own only where it says so; here the period decides.
        var preview = post("office", round.roundId(), "/preview", Map.of("profile", "reg-2024"));

        assertThat(preview.getStatusCode().value())
                .as(String.valueOf(preview.getBody()))
                .isEqualTo(200);
        // 25 May 2027 is a Tuesday; 25 December 2026 a Friday.
        assertThat(preview.getBody().path("moves").toString())
                .contains(
                        "\"what\":\"报送整改方案\",\"from\":\"2026-12-16\",\"to\":\"2026-12-25\",\"provisional\":false",
                        "\"what\":\"完成集中整改\",\"from\":\"2027-02-25\",\"to\":\"2027-05-25\",\"provisional\":true",
                        "\",\"from\":\"2027-01-22\",\"provisional\":false");
        assertThat(profile(round.roundId())).isEqualTo("speech-2020");

        var entry = new HashMap<>(Map.of(
                "profile",
                "reg-2024",
                "fingerprint",
                preview.getBody().path("fingerprint").asText()));
        var without = post("office", round.roundId(), "", entry);
        assertThat(without.getStatusCode().value()).isEqualTo(422);
        assertThat(without.getBody().path("violations").findValuesAsText("field"))
                .containsExactly("reason");

        entry.put("reason", "本轮按2024年条例执行（演示）");
        assertThat(post("office", round.roundId(), "", entry).getStatusCode().value())
                .isEqualTo(200);

        assertThat(profile(round.roundId())).isEqualTo("reg-2024");
        assertThat(jdbc.sql(
                                """
                                select complete_by || ' ' || hearing_required from rectification.inspected_organisation
                                 where round_id = ?""")
                        .param(round.roundId())
                        .query(String.class)
                        .single())
                .isEqualTo("2027-05-25 false");
        assertThat(jdbc.sql("select distinct due_on || '' from rectification.finding where round_id = ?")
                        .param(round.roundId())
                        .query(String.class)
                        .list())
                .containsExactly("2027-05-25");
        assertThat(jdbc.sql("select after ->> 'reason' from rectification.event where round_id = ? and kind = ?")
                        .params(round.roundId(), "PROFILE_SWITCHED")
                        .query(String.class)
                        .single())
                .isEqualTo("本轮按2024年条例执行（演示）");
        round.opened(); // and goes on as any other round
    }

    private ResponseEntity<JsonNode> make(String login, Map<String, Object> entry) {
        return http.withBasicAuth(login, TestPeople.PASSWORD).postForEntity("/api/profiles", entry, JsonNode.class);
    }

    private static Map<String, Object> entry(Map<String, Object> values) {
        return Map.of("base", "speech-2020", "name", "本市口径（演示）", "decidedBy", "市委巡察办（演示）", "values", values);
    }

    @Test
    void anAdministratorsOwnProfileIsUsedLikeThePackagedOnesAndNeverChanges() {
        var twelve = Map.<String, Object>of(
                "planDue", Map.of("value", Map.of("amount", 12, "unit", "WORKING_DAYS"), "why", "本市惯例"),
                "jointHearing", Map.of("value", "CALENDAR_MONTH_END", "why", "会议明确"),
                "progressReports", Map.of("value", "FIFTEENTH_AND_MONTH_END", "why", "会议明确"));
        assertThat(make("office", entry(twelve)).getStatusCode().value()).isEqualTo(403);
        var made = make("admin", entry(twelve));
        assertThat(made.getStatusCode().value())
                .as(String.valueOf(made.getBody()))
                .isEqualTo(200);
        var id = made.getBody().path("id").asText();
        assertThat(id).matches("own-[0-9]+-v1");

        var rules = http.withBasicAuth("office", TestPeople.PASSWORD)
                .getForObject("/api/rules/" + id + "?feedbackOn=2026-03-10", JsonNode.class)
                .toString();
        // 12 working days after Tuesday 10 March; the last day of April is a Thursday
        assertThat(rules)
                .contains("\"date\":\"2026-03-26\"", "\"date\":\"2026-04-30\"")
                .contains("市委巡察办（演示）确定：本市惯例", "本地自行确定");

        var next = make(
                "admin",
                entry(Map.of("period", Map.of("value", Map.of("amount", 4, "unit", "MONTHS"), "why", "工作需要"))));
        assertThat(next.getBody().path("id").asText()).isEqualTo(id.replace("-v1", "-v2"));
        assertThat(http.withBasicAuth("office", TestPeople.PASSWORD)
                        .getForObject("/api/rules/" + id + "?feedbackOn=2026-03-10", JsonNode.class)
                        .toString())
                .as("the first version")
                .isEqualTo(rules);

        var round = new OpenRound(port, jdbc, register, "pv").registered();
        var moved = post("office", round.roundId(), "/preview", Map.of("profile", id));
        assertThat(moved.getBody().path("moves").toString())
                .contains("\"what\":\"报送整改方案\",\"from\":\"2026-12-16\",\"to\":\"2026-12-11\"");
    }

    @Test
    void aHalfFilledProfileIsRefusedFieldByField() {
        var refused = make(
                "admin",
                Map.of(
                        "base",
                        "speech-2020",
                        "name",
                        "",
                        "values",
                        Map.of(
                                "planDue", Map.of("value", Map.of("amount", 0, "unit", "WORKING_DAYS"), "why", "x"),
                                "ladder", Map.of("value", Map.of("green", 5, "yellow", 10, "red", 0), "why", "x"),
                                "progressMergeDays", Map.of("value", -1),
                                "secret", Map.of("value", 1, "why", "x"))));

        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody().path("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "name",
                        "decidedBy",
                        "planDue",
                        "ladder",
                        "progressMergeDays",
                        "progressMergeDays.why",
                        "secret");
        assertThat(refused.getBody().path("violations").findValuesAsText("message"))
                .contains("报送整改方案期限应为1至1000个工作日、天或月。", "请填写决定机关。");
        assertThat(make("admin", Map.of("base", "own-9-v9", "name", "x", "decidedBy", "x", "values", Map.of()))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void oncePeopleWorkByTheDatesTheRoundStaysAndSaysWhy() {
        var round = new OpenRound(port, jdbc, register, "pt").registered().opened();

        var held = post("office", round.roundId(), "/preview", Map.of("profile", "reg-2024"));
        assertThat(held.getStatusCode().value()).isEqualTo(422);
        assertThat(held.getBody().path("message").asText()).startsWith("反馈会议已登记");

        jdbc.sql("update rectification.inspected_organisation set plan_issued_at = feedback_held_at where round_id = ?")
                .param(round.roundId())
                .update();
        var issued = post("office", round.roundId(), "/preview", Map.of("profile", "reg-2024"));
        assertThat(issued.getBody().path("message").asText()).startsWith("整改方案已印发");
    }

    @Test
    void nobodyButTheInspectionOfficeSwitchesAndAnUnknownProfileIsRefused() {
        var round = new OpenRound(port, jdbc, register, "pu").registered();

        assertThat(post("pu-clerk", round.roundId(), "/preview", Map.of("profile", "reg-2024"))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(post("admin", round.roundId(), "/preview", Map.of("profile", "reg-2024"))
                        .getStatusCode()
                        .value())
                .isIn(403, 404);
        assertThat(post("office", round.roundId(), "/preview", Map.of("profile", "reg-1999"))
                        .getBody()
                        .path("message")
                        .asText())
                .isEqualTo("没有这个期限口径。");
    }
}
