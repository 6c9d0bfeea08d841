package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectification.file.StoredFiles;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Browserless;
import org.rectification.support.Clause;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What the plan refuses it refuses at every door, and nobody but those whose task it is gets in. */
@RectificationTest
@Clause("S18")
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class PlanDoorsIT {

    private static final String AMEND = "/engine-rest/process-definition/key/planAmendment/";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private PlanLines lines;

    @Autowired
    private StoredFiles files;

    @Test
    void planGoesItsWayOnlyThroughThoseWhoseTaskItIs() {
        var road = new PlanRoad(port, jdbc, register, lines, files, "pd").drafted();
        var doors = road.doors();
        var clerk = road.login("clerk");
        var today = road.today().toString();

        var deliberate = road.round().task("userTask_deliberatePlan");
        doors.refuse(clerk, deliberate, Map.of("meetingOn", today), "请上传党委会会议记录或纪要。", "minutesFile");
        doors.refuse(
                clerk,
                deliberate,
                Map.of("meetingOn", road.today().plusDays(1).toString(), "minutesFile", road.paper("会议记录")),
                "会议日期不能晚于今天。",
                "meetingOn");
        for (var stranger : List.of("admin", "office", "pd-secretary", "pd-person1")) {
            doors.closed(stranger, deliberate, road.meeting());
        }
        road.deliberated();

        var review = road.review("cadre-supervision");
        doors.refuse("office", review, Map.of("verdict", "AGREE"), "代为登记纸面意见，须填写签署人和签署日期，并上传纸面意见扫描件。", "paperPerson");
        doors.refuse("cadre", review, Map.of("verdict", "RETURN"), "退回须写明审核意见，可写总体意见，也可逐条填写。", "comment");
        for (var stranger : List.of("admin", "discipline", "team", clerk)) {
            doors.closed(stranger, review, Map.of("verdict", "AGREE"));
        }
        road.complete("cadre", review, Map.of("verdict", "RETURN", "comment", "措施要落到人"));
        road.complete("office", road.review("inspection-office"), Map.of("verdict", "AGREE"));
        road.complete("discipline", road.review("discipline-supervision"), Map.of("verdict", "AGREE"));

        var revise = road.round().task("userTask_revisePlan");
        doors.refuse(clerk, revise, Map.of("summary", "已修改"), "请答复对方案整体的意见：采纳或未采纳。", "answers[0].decision");
        doors.closed("admin", revise, Map.of("summary", "已修改"));
        var comment = jdbc.sql("select id from rectification.plan_comment where round_id = ?")
                .param(road.round().roundId())
                .query(Long.class)
                .single();
        road.complete(
                clerk,
                revise,
                Map.of(
                        "summary",
                        "已说明",
                        "answers",
                        List.of(Map.of("id", comment, "decision", "NOT_ADOPTED", "reason", "已落到人"))));
        road.complete("cadre", road.review("cadre-supervision"), Map.of("verdict", "AGREE"));

        var issue = road.round().task("userTask_issuePlan");
        doors.refuse(clerk, issue, Map.of("issuedOn", today), "文号未填写。", "documentNumber");
        doors.closed("admin", issue, Map.of("documentNumber", "9", "issuedOn", today));
        road.issued();
        amended(road);
    }

    private void amended(PlanRoad road) {
        var doors = road.doors();
        var clerk = road.login("clerk");
        for (var stranger : List.of("admin", "office", "pd-secretary")) {
            assertThat(start(stranger, "start", "因故调整").statusCode()).isBetween(400, 499);
        }
        assertThat(start(clerk, "start", "").statusCode()).isEqualTo(422);
        assertThat(start(clerk, "submit-form", "上级有新要求").statusCode()).isEqualTo(200);
        assertThat(start(clerk, "start", "再提一次").body()).contains("上一次方案调整尚未办结");

        var prepare = road.round().task("userTask_prepareAmendment");
        var change = Map.of("finding", road.round().ofTown(1), "goal", "台账完整率100%，每季度公示");
        doors.refuse(
                clerk,
                prepare,
                Map.of("action", "SUBMIT", "changes", List.of(change)),
                "请上传党委会会议记录或纪要。",
                "minutesFile");
        doors.closed("admin", prepare, Map.of("action", "WITHDRAW"));
        doors.closed("pd-secretary", prepare, Map.of("action", "WITHDRAW"));
        road.complete(
                clerk,
                prepare,
                Map.of(
                        "action", "SUBMIT",
                        "changes", List.of(change),
                        "meetingOn", road.today().toString(),
                        "minutesFile", road.paper("会议记录")));

        var consent = road.round().task("userTask_consentToAmendment");
        doors.refuse("office", consent, Map.of("decision", "RETURN"), "退回须说明理由。", "remark");
        for (var stranger : List.of("admin", clerk, "discipline")) {
            doors.closed(stranger, consent, Map.of("decision", "CONSENT"));
        }
        road.complete("office", consent, Map.of("decision", "CONSENT"));

        var reader = new Browserless(port, clerk, TestPeople.PASSWORD);
        var plan = "/plans/" + road.round().town();
        var round = "round=" + road.round().roundId();
        assertThat(reader.at("/api", "GET", plan + "/versions?" + round, null).body())
                .contains("\"version\":2", "上级有新要求");
        assertThat(reader.at("/api", "GET", plan + "/versions/1?" + round, null).body())
                .doesNotContain("每季度公示");
        assertThat(reader.at("/api", "GET", plan + "/diff?from=1&to=2&" + round, null)
                        .body())
                .contains("\"before\":\"台账完整率100%\",\"after\":\"台账完整率100%，每季度公示\"");
        for (var stranger : List.of("bs-clerk", "admin")) {
            assertThat(new Browserless(port, stranger, TestPeople.PASSWORD)
                            .at("/api", "GET", plan + "/versions?" + round, null)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private java.net.http.HttpResponse<String> start(String person, String door, String reason) {
        return new Browserless(port, person, TestPeople.PASSWORD)
                .at(
                        "",
                        "POST",
                        AMEND + door,
                        "{\"variables\":{\"entry\":{\"type\":\"Json\",\"value\":\"{\\\"reason\\\":\\\"" + reason
                                + "\\\"}\"}}}");
    }
}
