package org.rectification.consultation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Consultations through the doors that people have (S34, row 33). */
@RectificationTest
@Import(FlowCoverage.class)
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Clause("S34")
@Feature(33)
class ConsultationIT {

    private static final String ANSWER = "userTask_answerConsultation";
    private static final String MINUTE = "userTask_minuteConsultation";
    private static final String CONFIRM = "userTask_confirmConsultation";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WorkingCalendar calendar;

    private CheckedRound town;

    @Test
    @DisplayName(
            "Asked about two findings, accepted with a time, minuted, given back, confirmed: both findings show it")
    void aTalkIsAskedForHeldAndAttachedToItsFindings() {
        town = new CheckedRound(port, beans, "co", 3);
        var first = town.round.ofVillage(1);
        var second = town.round.ofVillage(2);
        whoMayAsk(first, second);
        var before = positions(first);

        var asked = town.post("co-clerk", "/consultations", request(List.of(first, second)));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        assertThat(positions(first)).as("the finding's own work goes on").isEqualTo(before);
        var id = CheckedRound.json(asked).path("id").asText();
        assertThat(jdbc.sql("select answer_due_on::text from rectification.consultation where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(calendar.plusWorkingDays(town.round.today(), 5).toString());

        var answer = task(id, ANSWER);
        var yes = Map.of(
                "decision",
                "ACCEPT",
                "talkOn",
                town.round.today().plusDays(1).toString(),
                "talkTime",
                "9:30",
                "place",
                "市纪委三楼");
        for (var other : List.of("cadre", "office", "co-clerk", "co-secretary", "team", "admin")) {
            town.doors.closed(other, answer, yes);
        }
        town.doors.refuse(
                "discipline",
                answer,
                Map.of("decision", "ACCEPT", "talkOn", town.round.today().toString(), "talkTime", "上午", "place", "三楼"),
                "请填写沟通时间，如9:30。",
                "talkTime");
        town.doors.refuse("discipline", answer, Map.of("decision", "DECLINE"), "请填写不能沟通的理由。", "reason");
        town.doors.complete(Door.COMPLETE, "discipline", answer, yes);

        var minutes = Map.of(
                "heldOn",
                town.round.today().toString(),
                "advice",
                "历史票据可由村务监督委员会见证后补签。",
                "effect",
                "按建议调整第1号问题的整改措施，时限不变。",
                "minutesFile",
                town.upload("co-clerk", "沟通纪要.pdf"));
        var minute = task(id, MINUTE);
        for (var other : List.of("cadre", "co-secretary", "co-leader1", "admin")) {
            town.doors.closed(other, minute, minutes);
        }
        town.doors.complete(Door.SUBMIT_FORM, "co-clerk", minute, minutes);
        var confirm = task(id, CONFIRM);
        town.doors.closed("co-clerk", confirm, Map.of("decision", "CONFIRM"));
        town.doors.refuse("discipline", confirm, Map.of("decision", "RETURN"), "请填写退回理由。", "reason");
        assertThat(section("co-village1", first)).doesNotContain("村务监督委员会见证");
        town.doors.complete(Door.COMPLETE, "discipline", confirm, Map.of("decision", "RETURN", "reason", "补充范围。"));
        town.doors.complete(Door.COMPLETE, "discipline", task(id, MINUTE), minutes);
        town.doors.complete(Door.WEB_COMPLETE, "discipline", task(id, CONFIRM), Map.of("decision", "CONFIRM"));

        for (var finding : List.of(first, second)) {
            assertThat(section("co-village1", finding))
                    .contains("市纪委监委纪检监察室", "三份票据缺签字", "村务监督委员会见证", "按建议调整", "/api/files/");
        }
        assertThat(town.get("co-clerk", "/findings/" + first).toString()).contains("约请沟通", "确认沟通纪要");
        assertThat(rows("discipline")).isEqualTo(1);
        assertThat(rows("co-secretary")).isEqualTo(1);
        assertThat(rows("co-village1")).as("answers for both findings").isEqualTo(1);
        assertThat(rows("cadre")).isZero();
        assertThat(rows("co-person2")).isZero();
        assertThat(rows("qx-clerk")).isZero();
    }

    private void whoMayAsk(String first, String second) {
        var town1 = town.round.ofTown(1);
        for (var other : List.of("co-secretary2", "qx-clerk", "team", "discipline", "admin")) {
            assertThat(town.post(other, "/consultations", request(List.of(first)))
                            .statusCode())
                    .as(other)
                    .isBetween(401, 422);
        }
        assertThat(town.post("co-village1", "/consultations", request(List.of(first, town1)))
                        .body())
                .contains("只能就本人负责");
        assertThat(town.post("co-clerk", "/consultations", Map.of("findings", List.of()))
                        .body())
                .contains("请选择约请的单位", "请至少选择一个问题", "请填写约请沟通的事项");
        assertThat(jdbc.sql("select count(*) from rectification.consultation where round_id = ?")
                        .param(town.round.roundId())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(town.get("co-village1", "/consultations").path("findings")).hasSize(3);
        assertThat(town.get("co-clerk", "/consultations").path("findings")).hasSize(5);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    @DisplayName("A body that cannot says why and names another day; the owner may ask again")
    void aNoComesWithAReasonAndAnotherDay() {
        town = new CheckedRound(port, beans, "cd", 1);
        var asked = town.post("cd-village1", "/consultations", request(List.of(town.round.ofVillage(1))));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        var id = CheckedRound.json(asked).path("id").asText();
        var other = calendar.plusWorkingDays(town.round.today(), 8).toString();
        town.doors.complete(
                Door.COMPLETE,
                "discipline",
                task(id, ANSWER),
                Map.of("decision", "DECLINE", "reason", "本周集中办案。", "proposedOn", other));

        assertThat(section("cd-village1", town.round.ofVillage(1))).contains("不能沟通，建议改到", "本周集中办案。");
        assertThat(jdbc.sql("select count(*) from act_ru_variable where name_ = 'consultationId' and text_ = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowOfTheModelWasWalked(@Autowired FlowCoverage coverage) {
        assertThat(coverage.missedIn("bpmn/consultation.bpmn")).isEmpty();
    }

    private Map<String, Object> request(List<String> findings) {
        return Map.of(
                "body",
                "DISCIPLINE_SUPERVISION",
                "findings",
                findings,
                "question",
                "三份票据缺签字，经办人已离任，如何补办？",
                "preferredOn",
                town.round.today().plusDays(3).toString());
    }

    private String task(String id, String key) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_
                         where v.name_ = 'consultationId' and v.text_ = ? and t.task_def_key_ = ?""")
                .params(id, key)
                .query(String.class)
                .single();
    }

    private List<String> positions(String finding) {
        return jdbc.sql(
                        """
                        select t.id_ || t.task_def_key_ from act_ru_task t join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_
                         where v.name_ = 'findingId' and v.text_ = ? order by 1""")
                .param(finding)
                .query(String.class)
                .list();
    }

    private String section(String reader, String finding) {
        for (JsonNode section : town.get(reader, "/findings/" + finding).path("sections")) {
            if (section.path("key").asText().equals("consultation")) {
                return section.toString();
            }
        }
        return "";
    }

    private int rows(String reader) {
        int rows = 0;
        for (var row : town.get(reader, "/consultations").path("rows")) {
            rows += row.path("question").asText().contains("票据")
                            && row.path("findings").size() == 2
                    ? 1
                    : 0;
        }
        return rows;
    }
}
