package org.rectification.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
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
        assertThat(timers(round))
                .as("nothing rings before the feedback meeting")
                .isEmpty();
        round.opened(); // and goes on as any other round
        // The first monthly report is due on Friday 25 December: its lists open on the 22nd. Completion on Tuesday 25
        // May less
        // ten working days is 11 May; the green reminder of a finding comes twenty days before.
        assertThat(timers(round))
                .contains(
                        "event_reportDue 2026-12-22 08:00",
                        "event_finalReportsDue 2027-05-11 08:00",
                        "event_warningDue 2027-05-05 08:00")
                .noneMatch(timer -> timer.startsWith("event_invitationDue"));
    }

    /** Every timer of the round as the engine keeps it: what it waits for, and until when in Asia/Shanghai. */
    private List<String> timers(OpenRound round) {
        return jdbc.sql(
                        """
                        select distinct d.act_id_ || ' ' || to_char(j.duedate_ at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
                          from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                          join act_ru_variable v on v.proc_inst_id_ = j.process_instance_id_ and v.name_ = 'roundId'
                         where v.text_ = ? and j.type_ = 'timer' order by 1""")
                .param(round.roundId())
                .query(String.class)
                .list();
    }

    @Test
    void listsAndNamesOfAnOwnProfileAreCheckedByFieldAndRule() {
        var wrong = make(
                "admin",
                entry(Map.of(
                        "planReviewers", Map.of("value", List.of(Map.of("code", "police", "label", "公安局")), "why", "x"),
                        "areas", Map.of("value", List.of(), "why", "x"),
                        "evaluationGrades", Map.of("value", List.of("好", "好", "差", "一般"), "why", "x"),
                        "revisits", Map.of("value", List.of(Map.of("amount", 0, "unit", "DAYS")), "why", "x"),
                        "secondHearingLabel", Map.of("value", "", "why", "x"),
                        "secondEvaluation", Map.of("value", Map.of("amount", 2_000, "unit", "DAYS"), "why", "x"),
                        "ladder",
                                Map.of(
                                        "value",
                                        Map.of(
                                                "green",
                                                20,
                                                "yellow",
                                                10,
                                                "red",
                                                0,
                                                "supervisors",
                                                15,
                                                "accountability",
                                                7),
                                        "why",
                                        "x"))));
        assertThat(wrong.getStatusCode().value()).isEqualTo(422);
        assertThat(wrong.getBody().path("violations").findValuesAsText("message"))
                .containsExactlyInAnyOrder(
                        "整改方案审核单位只能从所列各项中选择。",
                        "问题类别至少保留一项。",
                        "评估等次应为由好到差的4个等次，每个1至10个字，不能重复。",
                        "整改回访时间（签字后）每次应为1至1000个工作日、天或月。",
                        "反馈前第二次听取汇报的名称应为1至20个字，不能换行。",
                        "再次评估期限（公开后）应为1至1000个工作日、天或月，或者选择不安排。",
                        "三色预警绿色提醒的天数应多于黄色预警，黄色预警不少于1天，红色督办不少于0天，报监督单位应晚于红色督办次日，提出整改问责建议应晚于报监督单位。");

        var none = new HashMap<String, Object>();
        none.put("value", null);
        none.put("why", "不再安排");
        var made = make(
                "admin",
                Map.of(
                        "base",
                        "reg-2024",
                        "name",
                        "本市清单（演示）",
                        "decidedBy",
                        "市委巡察办（演示）",
                        "values",
                        Map.of(
                                "secondEvaluation",
                                none,
                                "revisits",
                                Map.of("value", List.of(Map.of("amount", 6, "unit", "MONTHS")), "why", "会议明确"))));
        assertThat(made.getStatusCode().value())
                .as(String.valueOf(made.getBody()))
                .isEqualTo(200);
        var rules = http.withBasicAuth("office", TestPeople.PASSWORD)
                .getForObject(
                        "/api/rules/" + made.getBody().path("id").asText() + "?feedbackOn=2026-03-10", JsonNode.class);
        var revisits = new java.util.ArrayList<String>();
        rules.path("dates").forEach(date -> {
            if ("revisit".equals(date.path("id").asText())) {
                revisits.add(date.path("date").asText() + date.path("steps"));
            }
        });
        // Completion on 10 September 2026, six months on: Wednesday 10 March 2027.
        assertThat(revisits)
                .hasSize(1)
                .allMatch(text -> text.startsWith("2027-03-10") && text.contains("市委巡察办（演示）确定：会议明确"));
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
