package org.rectification.people.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.engine.ActingAs;
import org.rectification.people.PeopleRegister;
import org.rectification.people.SubstitutionEntry;
import org.rectification.people.Substitutions;
import org.rectification.refusal.Refusal;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A substitution from its naming to its end, without the job executor: each day comes when the test says so. */
@RectificationTest
@Import(FlowCoverage.class)
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
@Feature(29)
class SubstitutionProcessTest {

    private static final String TOWN = "sp-town";
    private static final String ONE_TASK = "substitutedTask";

    @Autowired
    Substitutions substitutions;

    @Autowired
    PeopleRegister register;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    ActingAs actingAs;

    @Autowired
    FlowCoverage coverage;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private LocalDate today;

    @BeforeEach
    void town() {
        new TestPeople(register).township(TOWN, "sp", 2);
        repository
                .createDeployment()
                .name(ONE_TASK)
                .enableDuplicateFiltering(true)
                .addModelInstance(
                        "substituted-task.bpmn",
                        Bpmn.createExecutableProcess(ONE_TASK)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("userTask_work")
                                .camundaAssignee("${who}")
                                .endEvent()
                                .done())
                .deploy();
        today = LocalDate.now(clock);
        jdbc.sql(
                        "select id from rectification.substitution where ended_on is null and ends_on >= ? and absent_id like 'sp-%'")
                .param(today)
                .query(String.class)
                .list()
                .forEach(id -> substitutions.end("sp-secretary", id));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    private String open(String who) {
        var instance = runtime.startProcessInstanceByKey(ONE_TASK, Map.of("who", who, "organisationId", TOWN));
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private String name(String absent, String substitute, int from, int until) {
        return substitutions.name(
                "sp-clerk",
                new SubstitutionEntry(absent, substitute, today.plusDays(from), today.plusDays(until), "外出学习"));
    }

    private List<String> rights(String task) {
        return authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task).list().stream()
                .map(row -> row.getUserId())
                .sorted()
                .toList();
    }

    private void passDays(int days) {
        ClockUtil.offset(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis() + days * 86_400_000L);
        for (var jobs = due(); !jobs.isEmpty(); jobs = due()) {
            jobs.forEach(management::executeJob);
        }
    }

    private List<String> due() {
        return management.createJobQuery().processDefinitionKey("substitution").executable().list().stream()
                .map(job -> job.getId())
                .toList();
    }

    private List<String> trail(String person) {
        return jdbc
                .sql("select kind || ' ' || actor from rectification.event where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list()
                .stream()
                .filter(line -> line.startsWith("SUBSTITUT"))
                .toList();
    }

    @Test
    void openAndNewTasksAppearFromTheFirstDayAndAreGoneAfterTheLast() {
        var before = open("sp-leader1");
        name("sp-leader1", "sp-leader2", 1, 2);
        assertThat(rights(before)).containsExactly("sp-leader1");
        passDays(1);
        assertThat(rights(before)).containsExactly("sp-leader1", "sp-leader2");
        var during = open("sp-leader1");
        assertThat(rights(during)).containsExactly("sp-leader1", "sp-leader2");
        passDays(1);
        assertThat(rights(during)).containsExactly("sp-leader1", "sp-leader2");
        passDays(1);
        assertThat(rights(before)).containsExactly("sp-leader1");
        assertThat(rights(during)).containsExactly("sp-leader1");
        assertThat(rights(open("sp-leader1"))).containsExactly("sp-leader1");
        assertThat(trail("sp-leader1")).contains("SUBSTITUTE_NAMED sp-clerk", "SUBSTITUTION_ENDED system");
    }

    @Test
    void whatTheSubstituteTookOnGoesBackAtTheEnd() {
        var task = open("sp-leader1");
        var id = name("sp-leader1", "sp-leader2", 0, 5);
        actingAs.run("sp-leader2", () -> assertPasses(() -> tasks.claim(task, "sp-leader2")));
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo("sp-leader2");
        assertThat(rights(task)).containsExactly("sp-leader1", "sp-leader2");
        actingAs.run("sp-leader2", () -> assertPasses(() -> tasks.setAssignee(task, null)));
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo("sp-leader1");
        assertThat(rights(task)).containsExactly("sp-leader1", "sp-leader2");
        actingAs.run("sp-leader2", () -> assertPasses(() -> tasks.claim(task, "sp-leader2")));
        passDays(0);
        substitutions.end("sp-leader1", id);
        var after = tasks.createTaskQuery().taskId(task).singleResult();
        assertThat(after.getAssignee()).isEqualTo("sp-leader1");
        assertThat(after.getOwner()).isNull();
        assertThat(rights(task)).containsExactly("sp-leader1");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("substitution")
                        .variableValueEquals("substitutionId", id)
                        .count())
                .isZero();
    }

    /** The gate carries it out itself and says so as the engine's own door would. */
    private static void assertPasses(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(jakarta.ws.rs.WebApplicationException.class, done -> assertThat(
                        done.getResponse().getStatus())
                .isEqualTo(204));
    }

    @Test
    void theAbsentPersonTakesATaskBackAtAnyTime() {
        var task = open("sp-leader1");
        name("sp-leader1", "sp-leader2", 0, 5);
        actingAs.run("sp-leader2", () -> assertPasses(() -> tasks.claim(task, "sp-leader2")));
        actingAs.run("sp-leader1", () -> assertPasses(() -> tasks.claim(task, "sp-leader1")));
        actingAs.run("sp-leader1", () -> tasks.complete(task));
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void nobodyElseTakesOnSomebodysTaskAndNobodyLetsGoOfTheOwn() {
        var task = open("sp-leader1");
        name("sp-leader1", "sp-leader2", 0, 5);
        assertThatThrownBy(() -> actingAs.run("sp-leader3", () -> tasks.claim(task, "sp-leader3")))
                .isNotInstanceOf(jakarta.ws.rs.WebApplicationException.class);
        assertThatThrownBy(() -> actingAs.run("sp-leader1", () -> tasks.setAssignee(task, null)))
                .isInstanceOfSatisfying(
                        jakarta.ws.rs.WebApplicationException.class,
                        no -> assertThat(no.getResponse().getStatus()).isEqualTo(403));
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo("sp-leader1");
    }

    @Test
    void aTaskThatMovesToSomebodyElseLeavesTheSubstituteToo() {
        var task = open("sp-leader1");
        name("sp-leader1", "sp-leader2", 0, 5);
        tasks.setAssignee(task, "sp-leader3");
        assertThat(rights(task)).containsExactly("sp-leader3");
    }

    @Test
    void cancelledBeforeItBeganNothingWasEverShown() {
        var task = open("sp-leader3");
        var id = name("sp-leader3", "sp-leader2", 3, 4);
        substitutions.end("sp-leader3", id);
        passDays(3);
        assertThat(rights(task)).containsExactly("sp-leader3");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> substitutions.end("sp-leader3", id))
                .withMessageContaining("已经结束");
    }

    @Test
    void noSubstituteHasASubstituteAndOneAtATime() {
        name("sp-leader1", "sp-leader2", 0, 3);
        refused("该同志在这段时间已有代行人", () -> name("sp-leader1", "sp-leader3", 3, 6));
        refused("正代行他人职责", () -> name("sp-leader2", "sp-leader3", 2, 6));
        refused("本人不在岗", () -> name("sp-leader3", "sp-leader1", 1, 1));
        refused("不能由本人代行", () -> name("sp-leader3", "sp-leader3", 1, 1));
        refused("同一单位", () -> name("sp-leader3", "qx-leader1", 1, 1));
        refused("不能早于今天", () -> name("sp-leader3", "sp-leader2", -1, 1));
        refused("结束日期不能早于开始日期", () -> name("sp-leader3", "sp-leader2", 2, 1));
        name("sp-leader3", "sp-leader2", 4, 5);
        assertThatThrownBy(() -> jdbc.sql(
                                """
                                insert into rectification.substitution (id, absent_id, substitute_id, starts_on, ends_on, reason,
                                    named_by, named_at)
                                values ('x', 'sp-leader2', 'sp-person1', ?, ?, '绕行', 'x', now())""")
                        .params(today, today)
                        .update())
                .hasMessageContaining("substitution_chain");
    }

    @Test
    void theSecretarysSubstituteIsNamedByTheInspectionOfficeAlone() {
        var entry = new SubstitutionEntry("sp-secretary", "sp-leader3", today, today.plusDays(1), "参加培训");
        for (var actor : List.of("sp-secretary", "sp-clerk", "sp-leader3", "admin", "cadre")) {
            refused("由市委巡察办登记", () -> substitutions.name(actor, entry));
        }
        var id = substitutions.name("office", entry);
        substitutions.end("office", id);
        refused(
                "由本人指定",
                () -> substitutions.name(
                        "sp-leader3", new SubstitutionEntry("sp-person1", "sp-person2", today, today, "越权")));
        refused(
                "由本人指定",
                () -> substitutions.name(
                        "admin", new SubstitutionEntry("sp-person1", "sp-person2", today, today, "越权")));
    }

    private static void refused(String sentence, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessageContaining(sentence);
    }

    @Test
    void everyWayThroughTheModelWasWalked() {
        openAndNewTasksAppearFromTheFirstDayAndAreGoneAfterTheLast();
        ClockUtil.reset();
        town();
        whatTheSubstituteTookOnGoesBackAtTheEnd();
        cancelledBeforeItBeganNothingWasEverShown();
        assertThat(coverage.missedIn("bpmn/substitution.bpmn")).isEmpty();
    }
}
