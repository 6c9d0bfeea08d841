package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.support.Browserless;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody is Secretary for a while: whoever needs one is told so in plain words, and nothing is lost until there is one. */
@RectificationTest
@Clause("S11")
class VacantPostIT {

    private static final String SAYS = "大坪镇党委（演示）目前没有人承担“党委书记”职责，请系统管理员先在“人员和分工”中登记，再办理本事项。";

    @LocalServerPort
    int port;

    @Autowired
    PeopleRegister register;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private static int count;

    private OpenRound round;
    private EveryDoor doors;

    @BeforeEach
    void nobodyIsSecretary() {
        round = new OpenRound(port, jdbc, register, "vp" + ++count).registered().opened();
        doors = new EveryDoor(port, jdbc);
        secretaryUntil("current_date - 3650");
    }

    @Test
    void aPersonWhoseStepNeedsTheSecretaryIsToldSoAndTheRequestWorksOnceThereIsOne() throws IOException {
        var finding = round.ofTown(2);
        var due = round.today().plusDays(40);
        jdbc.sql("update rectification.finding set due_on = ? where id = ?")
                .params(due, finding)
                .update();
        var request = "{\"reason\":\"雨季施工受阻，材料进场推迟，需顺延工期。\",\"newDueOn\":\"" + due.plusDays(10) + "\"}";
        var clerk = "vp" + count + "-clerk";

        var refused = api(clerk, "/findings/" + finding + "/extension", request);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json.readTree(refused.body()).path("message").asText()).isEqualTo(SAYS);

        secretaryUntil("null");
        var taken = api(clerk, "/findings/" + finding + "/extension", request);
        assertThat(taken.statusCode()).as(taken.body()).isLessThan(300);
    }

    @Test
    void aStepThatNoPersonTakesWaitsAsAnIncidentThatSaysItToTheSupervisors() throws IOException {
        var finding = round.ofTown(2);
        var work = doors.task(finding, "userTask_rectifyFinding");
        var person = jdbc.sql("select assignee_ from act_ru_task where id_ = ?")
                .param(work)
                .query(String.class)
                .single();
        doors.complete(Door.COMPLETE, person, work, OpenRound.RESULT);
        api("office", "/clock", "{\"advance\":\"PT3H\"}");

        var seen = incidents(finding);
        assertThat(seen.findValuesAsText("incidentMessage")).hasSize(1).allSatisfy(text -> assertThat(text)
                .contains(SAYS));

        secretaryUntil("null");
        management.setJobRetries(seen.get(0).path("configuration").asText(), 1);
        round.technicalStepsAreDone();
        assertThat(incidents(finding)).isEmpty();
        assertThat(doors.task(finding, "userTask_reviewResult")).isNotBlank();
    }

    private JsonNode incidents(String finding) throws IOException {
        var instance = jdbc.sql(
                        """
                        select v.proc_inst_id_ from act_ru_variable v
                          join act_ru_execution e on e.id_ = v.proc_inst_id_
                          join act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ = 'findingRectification'
                         where v.name_ = 'findingId' and v.text_ = ?""")
                .param(finding)
                .query(String.class)
                .single();
        return json.readTree(new Browserless(port, "office", TestPeople.PASSWORD)
                .at(Browserless.REST, "GET", "/incident?processInstanceId=" + instance, null)
                .body());
    }

    private void secretaryUntil(String day) {
        jdbc.sql("update rectification.duty set until = " + day
                        + " where organisation_id = ? and role = 'PARTY_SECRETARY'")
                .param(round.town())
                .update();
    }

    private java.net.http.HttpResponse<String> api(String login, String path, String body) {
        return new Browserless(port, login, TestPeople.PASSWORD).at("/api", "POST", path, body);
    }
}
