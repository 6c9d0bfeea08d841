package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.people.PersonEntry.DutyEntry;
import org.rectification.refusal.Refusal;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who newly holds a duty gets what is open of the former, in the same transaction, and it is in the trail. */
@RectificationTest
@Clause({"S12", "S13", "S16"})
class OpenWorkFollowsIT {

    @LocalServerPort
    int port;

    @Autowired
    PeopleRegister register;

    @Autowired
    TaskService tasks;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Duties duties;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private static int count;

    private OpenRound round;
    private String prefix;
    private EveryDoor doors;

    @BeforeEach
    void open() {
        prefix = "ow" + ++count;
        round = new OpenRound(port, jdbc, register, prefix).registered().opened();
        doors = new EveryDoor(port, jdbc);
    }

    private DutyEntry duty(Role role, String village, String area) {
        return new DutyEntry(role, village, area, LocalDate.now(clock));
    }

    private PersonEntry entry(String id, DutyEntry... held) {
        return new PersonEntry(prefix + id, "甲" + prefix + id, "干部", round.town(), TestPeople.PASSWORD, List.of(held));
    }

    private String assignee(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private List<String> rights(String task) {
        return authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task).list().stream()
                .map(row -> row.getUserId())
                .toList();
    }

    private String owner(String finding, String column) {
        return jdbc.sql("select " + column + " from rectification.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();
    }

    @Test
    void theNewClerkHasTheTasksOfTheFormerAndTheFormerHasNone() {
        var task = round.task("userTask_divideFindings");
        assertThat(assignee(task)).isEqualTo(prefix + "-clerk");
        register.people(
                "admin",
                List.of(entry("-clerk"), entry("-clerk2", duty(Role.RECTIFICATION_OFFICE, null, null))),
                "调整分工");
        assertThat(assignee(task)).isEqualTo(prefix + "-clerk2");
        assertThat(rights(task)).containsExactly(prefix + "-clerk2");
        assertThat(tasks.createTaskQuery().taskAssignee(prefix + "-clerk").count())
                .isZero();
    }

    @Test
    void theNewLeaderOfAPortfolioLeadsItsOpenFindings() {
        var finding = round.ofTown(1);
        var former = owner(finding, "responsible_leader");
        var other = owner(round.ofTown(2), "responsible_leader");
        register.people("admin", List.of(entry("-new", duty(Role.LEADERSHIP_MEMBER, null, "PARTY_LINE"))), "分工调整");
        assertThat(owner(finding, "responsible_leader"))
                .as("two hold it: it stays")
                .isEqualTo(former);
        register.people(
                "admin",
                List.of(new PersonEntry(former, "甲" + former, "副镇长", round.town(), null, rest(former, "PARTY_LINE"))),
                "分工调整");
        assertThat(owner(finding, "responsible_leader")).isEqualTo(prefix + "-new");
        assertThat(owner(round.ofTown(2), "responsible_leader")).isEqualTo(other);
        assertThat(jdbc.sql(
                                """
                                select actor || ' ' || note from rectification.event
                                 where finding_id = ? and kind = 'ASSIGNED' order by id desc limit 1""")
                        .param(finding)
                        .query(String.class)
                        .single())
                .isEqualTo("admin 分工调整");
    }

    /** What the person holds, without that portfolio. */
    private List<DutyEntry> rest(String person, String area) {
        return jdbc.sql(
                        """
                        select role, village_code as village, area, since from rectification.duty
                         where person_id = ? and until is null and area is distinct from ?""")
                .params(person, area)
                .query(DutyEntry.class)
                .list();
    }

    @Test
    void theNewVillageSecretaryGetsTheVillagesTasksAndTheNewLeaderTheReviews() {
        var finding = round.ofVillage(1);
        var work = doors.task(finding, "userTask_rectifyFinding");
        register.people(
                "admin",
                List.of(entry("-village1"), entry("-village2", duty(Role.VILLAGE_SECRETARY, prefix + "-v1", null))),
                "村级换届");
        assertThat(assignee(work)).isEqualTo(prefix + "-village2");
        assertThat(rights(work)).containsExactly(prefix + "-village2");
        doors.complete(Door.COMPLETE, prefix + "-village2", work, OpenRound.RESULT);
        round.technicalStepsAreDone();
        var review = doors.task(finding, "userTask_reviewResult");
        var former = assignee(review);
        register.people(
                "admin",
                List.of(
                        new PersonEntry(former, "甲" + former, "副镇长", round.town(), null, List.of()),
                        entry("-charge", duty(Role.VILLAGE_LEADER, prefix + "-v1", null))),
                "包村调整");
        assertThat(assignee(review)).isEqualTo(prefix + "-charge");
        doors.complete(Door.LIST, prefix + "-charge", review, Map.of("answer", "AGREE", "reason", "情况属实。"));
    }

    @Test
    void theNewSecretarySignsForTheFeedbackAndTheFormerSeesItNoMore() {
        var task = round.task("userTask_signForFeedback");
        register.people(
                "admin",
                List.of(entry("-secretary"), entry("-secretary2", duty(Role.PARTY_SECRETARY, null, null))),
                "党委书记调整");
        assertThat(rights(task)).containsExactly(prefix + "-secretary2");
        assertThat(duties.secretary(round.town())).isEqualTo(prefix + "-secretary2");
    }

    @Test
    void whoeverLeavesIsToldWhatIsStillOpen() {
        var person = owner(round.ofTown(1), "responsible_person");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> register.deactivate("admin", person))
                .withMessageContaining("整改问题并报告结果")
                .withMessageContaining("未办结问题1个")
                .withMessageContaining("工作交接");
        assertThat(duties.holds(person, Role.RESPONSIBLE_PERSON)).isTrue();
    }
}
