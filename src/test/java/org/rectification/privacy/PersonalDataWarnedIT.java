package org.rectification.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
class PersonalDataWarnedIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Test
    @DisplayName("A text with a mobile number is taken by default; the trail says which field, never the number")
    void aMobileNumberLeavesAWarningWithoutTheNumber(@LocalServerPort int port) {
        var round = new OpenRound(port, jdbc, register, "pw").registered().opened();
        new EveryDoor(port, jdbc)
                .complete(
                        Door.WEB_COMPLETE,
                        "pw-secretary",
                        round.task("userTask_signForFeedback"),
                        Map.of("receivedOn", round.today().toString(), "statement", "联系13812345678"));
        var warnings = jdbc.sql(
                        "select actor || e::text from rectification.event e where round_id = ? and kind = 'PERSONAL_DATA_WARNED'")
                .param(round.roundId())
                .query(String.class)
                .list();
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("pw-secretary")
                .contains("statement", "MOBILE_NUMBER");
        assertThat(warnings.toString()).doesNotContain("13812345678");
    }

    @Test
    @Feature(4)
    @DisplayName("Row 4: a finding without area, source or level cannot be saved")
    void aFindingWithoutAreaSourceOrLevelCannotBeSaved(@LocalServerPort int port) {
        var office = new Browserless(port, "office", TestPeople.PASSWORD);
        var answer = office.send(
                "POST",
                "/api/inspection-rounds",
                """
                {"roundNumber": "pw二轮", "batch": "一", "inspectionTeam": "一组", "inspectedFrom": "2026-01-05",
                 "inspectedTo": "2026-02-13", "leadingGroupHeardOn": "2026-02-27", "fivePersonGroupHeardOn": "2026-03-05",
                 "organisations": [{"code": "qingxi-town", "name": "清溪镇党委（演示）", "feedbackOn": "2026-03-10",
                 "findings": [{"number": "1", "problem": "资金管理不规范。"}]}]}""",
                "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "/organisations/0/findings/0/area",
                        "/organisations/0/findings/0/source",
                        "/organisations/0/findings/0/level");
        assertThat(jdbc.sql("select count(*) from rectification.round where round_number = 'pw二轮'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @Feature(5)
    @DisplayName("Row 5: the case shows who signed for the feedback and when")
    void theCaseShowsWhoSignedForTheFeedbackAndWhen(@LocalServerPort int port) {
        var round = new OpenRound(port, jdbc, register, "pf").registered().opened();
        new EveryDoor(port, jdbc)
                .complete(
                        Door.SUBMIT_FORM,
                        "pf-secretary",
                        round.task("userTask_signForFeedback"),
                        Map.of("receivedOn", round.today().toString(), "statement", "照单全收，坚决整改。"));
        var trail = new Browserless(port, "office", TestPeople.PASSWORD)
                .send("GET", "/api/trail.jsonl?round=" + round.roundId() + "&organisation=" + round.town(), null, null);
        assertThat(trail.body().lines().filter(line -> line.contains("FEEDBACK_SIGNED_FOR")))
                .singleElement()
                .asString()
                .contains("pf-secretary", round.today().toString());
    }
}
