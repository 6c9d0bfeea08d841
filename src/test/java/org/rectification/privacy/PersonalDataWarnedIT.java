package org.rectification.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.demo.Papers;
import org.rectification.file.Level;
import org.rectification.file.StoredFiles;
import org.rectification.people.PeopleBook;
import org.rectification.people.PeopleRegister;
import org.rectification.people.excel.PeopleImport;
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

    @Autowired
    private PeopleImport people;

    @Autowired
    private StoredFiles files;

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
    @DisplayName(
            "A file whose name holds a mobile number is taken; the trail says that its name does, and not the number")
    void theNameOfAFileLeavesAWarning(@LocalServerPort int port) {
        var round = new OpenRound(port, jdbc, register, "pnf").registered().opened();
        files.upload(
                "pnf-clerk",
                round.roundId(),
                round.town(),
                "联系人13812345678.pdf",
                Level.INTERNAL,
                new ByteArrayInputStream(Papers.pdf("会议记录", "演示")));
        assertThat(jdbc.sql(
                                """
                                select actor || ' ' || organisation_id || ' ' || e.after::text from rectification.event e
                                 where round_id = ? and kind = 'PERSONAL_DATA_WARNED'""")
                        .param(round.roundId())
                        .query(String.class)
                        .list())
                .containsExactly("pnf-clerk pnf-town {\"fields\": {\"file\": [\"MOBILE_NUMBER\"]}}");
    }

    @Test
    @DisplayName(
            "A list of people with a mobile number in an office is taken; the trail of the register says where, and not the number")
    void aListOfPeopleLeavesAWarningInTheTrailOfTheRegister() {
        var book = new PeopleBook(people.template())
                .organisation("plp-town", "石桥镇党委（演示）")
                .person("plp-sec", "钱书记", "书记13812345678", "plp-town", null)
                .duty("plp-sec", "党委书记", null, null, "2025-01-01");
        var looked = people.preview(book.file(), "admin");
        assertThat(looked.valid()).as(looked.toString()).isTrue();
        assertThat(warnedInTheRegister()).as("a preview stores nothing").isEmpty();
        people.confirm(book.file(), looked.fingerprint(), "admin");
        assertThat(warnedInTheRegister())
                .singleElement()
                .asString()
                .contains("MOBILE_NUMBER")
                .doesNotContain("138");
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

    private List<String> warnedInTheRegister() {
        return jdbc.sql(
                        """
                        select actor || ' ' || e.after::text from rectification.event e
                         where round_id is null and kind = 'PERSONAL_DATA_WARNED'""")
                .query(String.class)
                .list();
    }
}
