package org.rectification.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
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
@TestPropertySource(
        properties = {"rectification.rehearsal.start=2026-03-10T09:30:00+08:00", "rectification.personal-data=refuse"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataRefusedIT {

    private static final String SENTENCE = "填写内容含有公民身份证号码，请删除后提交；确需登记的，只写文号或编号。";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    private OpenRound round;
    private EveryDoor doors;

    @BeforeEach
    void roundIsOpen() {
        if (round == null) {
            round = new OpenRound(port, jdbc, register, "pr").registered().opened();
            doors = new EveryDoor(port, jdbc);
        }
    }

    @Test
    @DisplayName("By setting, an identity number is refused at every door that completes a task, naming the field")
    void anIdentityNumberIsRefusedAtEveryDoor() {
        var task = round.task("userTask_signForFeedback");
        var entry = new HashMap<String, Object>(
                Map.of("receivedOn", round.today().toString(), "statement", "王某350902198002291234已退款"));
        doors.refuse("pr-secretary", task, entry, SENTENCE, "statement");
        entry.put("statement", "照单全收，坚决整改。");
        doors.complete(Door.LIST, "pr-secretary", task, entry);
    }

    @Test
    @Feature(8)
    @DisplayName(
            "Row 8: a clue's field takes a reference number only, by both start doors, and nothing else is ever found")
    void aClueIsAReferenceNumberOnlyAndItsContentIsNeverFound() {
        var office = new Browserless(port, "office", TestPeople.PASSWORD);
        for (var number : new String[] {"张三举报村主任2次收钱", "举报人：张三", "13812345678"}) {
            var json = carriedOver(number);
            var ours = office.send("POST", "/api/inspection-rounds", json, "application/json");
            assertThat(ours.statusCode()).as(ours.body()).isEqualTo(400);
            assertThat(ours.body())
                    .contains("/organisations/0/findings/0/originNumber")
                    .doesNotContain("收钱", "张三");
            var engines = office.send(
                    "POST",
                    "/engine-rest/process-definition/key/inspectionRound/start",
                    "{\"variables\":{\"round\":{\"type\":\"Json\",\"value\":\"" + json.replace("\"", "\\\"") + "\"}}}",
                    "application/json");
            assertThat(engines.statusCode()).as(engines.body()).isEqualTo(400);
        }
        var taken = office.send("POST", "/api/inspection-rounds", carriedOver("信访〔2023〕演示6号"), "application/json");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        var found = office.send("GET", "/api/findings?organisation=" + round.town(), null, null);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).doesNotContain("收钱", "张三");
    }

    @Test
    void aRoundWithAMobileNumberIsRefusedByItsPointer() {
        var office = new Browserless(port, "office", TestPeople.PASSWORD);
        var answer = office.send(
                "POST",
                "/api/inspection-rounds",
                carriedOver("审报〔2023〕1号").replace("资金管理不规范", "资金管理不规范，联系13812345678"),
                "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains("/organisations/0/findings/0/problem", "手机号码")
                .doesNotContain("13812345678");
    }

    private String carriedOver(String originNumber) {
        var today = round.today();
        return """
                {"roundNumber": "pr二轮", "batch": "第一批次", "inspectionTeam": "市委巡察一组",
                 "inspectedFrom": "%s", "inspectedTo": "%s", "leadingGroupHeardOn": "%s", "fivePersonGroupHeardOn": "%s",
                 "profile": "speech-2020", "organisations": [{"code": "pr-town", "name": "大坪镇党委（演示）",
                 "feedbackOn": "%s", "findings": [{"number": "1", "area": "CARRY_OVER", "source": "AUDIT", "level": "TOWN",
                 "problem": "资金管理不规范。", "opinion": "规范。", "topic": "PETITION", "originDate": "2023-06-30",
                 "originNumber": "%s"}]}]}"""
                .formatted(
                        today.minusDays(64),
                        today.minusDays(25),
                        today.minusDays(11),
                        today.minusDays(5),
                        today,
                        originNumber)
                .replace("\n", " ");
    }
}
