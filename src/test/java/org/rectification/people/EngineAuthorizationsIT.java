package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.engine.ActingAs;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RectificationTest
class EngineAuthorizationsIT {

    private static final List<String> LOGINS = List.of(
            "admin",
            "office",
            "team",
            "discipline",
            "cadre",
            "qx-secretary",
            "qx-leader1",
            "qx-clerk",
            "qx-discipline",
            "qx-village1",
            "qx-person1");

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    EngineAuthorizations engineAuthorizations;

    @Autowired
    PeopleRegister register;

    @Autowired
    ActingAs actingAs;

    @Autowired
    JdbcClient jdbc;

    RightsProbe probe;

    @BeforeEach
    void deployProbe() {
        probe = new RightsProbe(engine);
    }

    /** What of one case a person can list: instances, tasks, variables, past instances, past tasks, in this order. */
    private List<Long> sees(String login, String instance) {
        return actingAs.call(
                login,
                () -> List.of(
                        runtime.createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .count(),
                        tasks.createTaskQuery().processInstanceId(instance).count(),
                        runtime.createVariableInstanceQuery()
                                .processInstanceIdIn(instance)
                                .variableName("who")
                                .count(),
                        history.createHistoricProcessInstanceQuery()
                                .processInstanceId(instance)
                                .count(),
                        history.createHistoricTaskInstanceQuery()
                                .processInstanceId(instance)
                                .count()));
    }

    @ParameterizedTest
    @CsvSource({
        "office, 1, 2, 1, 1, 2",
        "discipline, 1, 2, 1, 1, 2",
        "cadre, 1, 2, 1, 1, 2",
        // Its access ends some days after feedback, which the engine cannot tell: it reads in the ledger.
        "team, 0, 0, 0, 0, 0",
        // Repairs jobs; neither reads people's work nor does it.
        "admin, 1, 0, 1, 0, 0",
        // The one whose task it is.
        "qx-person1, 0, 1, 0, 0, 0",
        "qx-secretary, 0, 0, 0, 0, 0",
        "qx-clerk, 0, 0, 0, 0, 0",
        "qx-leader1, 0, 0, 0, 0, 0",
        "qx-discipline, 0, 0, 0, 0, 0",
        "qx-village1, 0, 0, 0, 0, 0",
        "qx-person2, 0, 0, 0, 0, 0",
        "bs-secretary, 0, 0, 0, 0, 0",
        "bs-person1, 0, 0, 0, 0, 0",
    })
    void everybodySeesOfACaseOnlyWhatIsTheirs(
            String login, long instances, long taskCount, long variables, long finished, long pastTasks) {
        var instance = probe.start("qingxi-town", "qx-person1");
        assertThat(sees(login, instance)).containsExactly(instances, taskCount, variables, finished, pastTasks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qx-secretary", "qx-clerk", "qx-village1", "qx-person1", "team"})
    void theRoundsOwnInstanceIsForSupervisorsOnly(String login) {
        var round = probe.start(null, "office");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(round)
                        .withoutTenantId()
                        .count())
                .isEqualTo(1);
        assertThat(sees(login, round)).containsOnly(0L);
        assertThat(sees("cadre", round)).containsExactly(1L, 2L, 1L, 1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qx-secretary", "qx-leader1", "qx-clerk", "qx-discipline", "qx-village1", "qx-person1"})
    void beforeTheFeedbackMeetingTheTownshipFindsNothingAnywhere(String login) {
        // Until then only county bodies hold tasks of the case.
        var instance = probe.start("qingxi-town", "office");
        assertThat(sees(login, instance)).containsOnly(0L);
        actingAs.run(login, () -> {
            assertThat(runtime.createExecutionQuery()
                            .processInstanceId(instance)
                            .count())
                    .isZero();
            assertThat(history.createHistoricVariableInstanceQuery()
                            .processInstanceId(instance)
                            .count())
                    .isZero();
            assertThat(history.createHistoricActivityInstanceQuery()
                            .processInstanceId(instance)
                            .count())
                    .isZero();
            assertThat(engine.getManagementService()
                            .createJobQuery()
                            .processInstanceId(instance)
                            .count())
                    .isZero();
            assertThat(history.createUserOperationLogQuery()
                            .processInstanceId(instance)
                            .count())
                    .isZero();
        });
        var offered = probe.offered(instance).getId();
        assertThatThrownBy(() -> actingAs.call(login, () -> tasks.getVariables(offered)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> actingAs.run(login, () -> tasks.complete(offered)))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aSupervisingBodySeesOnlyTheTenantsThatItJoined() {
        register.organisation("shanhou-town", "山后镇党委（演示）");
        identity.deleteTenantGroupMembership("shanhou-town", Role.CADRE_SUPERVISION.group());
        var instance = probe.start("shanhou-town", "office");
        assertThat(sees("cadre", instance)).containsOnly(0L);
        assertThat(sees("office", instance)).containsExactly(1L, 2L, 1L, 1L, 2L);
    }

    @Test
    void whoHoldsATaskOpensAndCompletesIt() {
        var task = probe.held(probe.start("qingxi-town", "qx-person1"));
        actingAs.run("qx-person1", () -> {
            // Tasklist asks for both before it shows the form.
            assertThat(engine.getRepositoryService()
                            .getProcessDefinition(task.getProcessDefinitionId())
                            .getKey())
                    .isEqualTo(RightsProbe.PROCESS);
            assertThat(engine.getFormService().getTaskFormData(task.getId())).isNotNull();
            tasks.complete(task.getId());
        });
        assertThat(rowsOf(task.getId())).isEmpty();
    }

    @Test
    void aReassignedTaskIsInvisibleToItsFormerAssignee() {
        var instance = probe.start("qingxi-town", "qx-person1");
        var task = probe.held(instance).getId();
        tasks.setAssignee(task, "qx-person2");
        assertThat(sees("qx-person1", instance)).containsOnly(0L);
        assertThatThrownBy(() -> actingAs.run("qx-person1", () -> tasks.complete(task)))
                .isInstanceOf(AuthorizationException.class);
        assertThat(rowsOf(task)).containsExactly("qx-person2");
        tasks.setAssignee(task, "qx-person1");
        assertThat(rowsOf(task)).containsExactly("qx-person1");
        assertThat(sees("qx-person1", instance).get(1)).isEqualTo(1);
    }

    @Test
    void whoeverLosesATaskButStaysCandidateKeepsSeeingIt() {
        var task = probe.held(probe.start("qingxi-town", "qx-person1")).getId();
        tasks.addCandidateUser(task, "qx-person3");
        tasks.addCandidateGroup(task, "cadre-supervision");
        tasks.setAssignee(task, "qx-person3");
        assertThat(rowsOf(task)).containsExactly("cadre-supervision", "qx-person3");
        tasks.setAssignee(task, "qx-person4");
        tasks.deleteCandidateUser(task, "qx-person3");
        tasks.deleteCandidateGroup(task, "cadre-supervision");
        assertThat(rowsOf(task)).containsExactly("qx-person4");
    }

    @Test
    void aTaskTakenFromAGroupAndGivenBackStaysWithTheGroup() {
        var task = probe.offered(probe.start("qingxi-town", "qx-person1")).getId();
        actingAs.run("office", () -> tasks.claim(task, "office"));
        assertThat(rowsOf(task)).containsExactly("inspection-office", "office");
        tasks.setAssignee(task, null);
        assertThat(rowsOf(task)).containsExactly("inspection-office");
    }

    private TreeSet<String> rowsOf(String taskId) {
        var holders = new TreeSet<String>();
        authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(taskId)
                .list()
                .forEach(row -> holders.add(row.getUserId() == null ? row.getGroupId() : row.getUserId()));
        return holders;
    }

    private List<String> whoMay(Permission permission, Resource resource, String id) {
        return LOGINS.stream()
                .filter(login -> authorizations.isUserAuthorized(login, groups(login), permission, resource, id))
                .toList();
    }

    private List<String> groups(String login) {
        return identity.createGroupQuery().groupMember(login).list().stream()
                .map(group -> group.getId())
                .toList();
    }

    @Test
    void onlyThoseWhoseOfficeItIsMayStartDeployOrAdminister() {
        var start = ProcessDefinitionPermissions.CREATE_INSTANCE;
        assertThat(whoMay(start, Resources.PROCESS_DEFINITION, "inspectionRound"))
                .containsExactly("office");
        assertThat(whoMay(start, Resources.PROCESS_DEFINITION, "accountability"))
                .containsExactly("discipline");
        assertThat(whoMay(start, Resources.PROCESS_DEFINITION, "supervisionNotice"))
                .contains("office", "discipline", "cadre")
                .doesNotContain("admin", "team", "qx-clerk");
        assertThat(whoMay(start, Resources.PROCESS_DEFINITION, "findingRectification"))
                .isEmpty();
        assertThat(whoMay(Permissions.CREATE, Resources.DEPLOYMENT, Authorization.ANY))
                .isEmpty();
        assertThat(whoMay(Permissions.CREATE, Resources.FILTER, Authorization.ANY))
                .containsExactly("admin");
        assertThat(whoMay(Permissions.CREATE, Resources.AUTHORIZATION, Authorization.ANY))
                .isEmpty();
        assertThat(whoMay(Permissions.DELETE, Resources.USER, "qx-clerk")).isEmpty();
        assertThat(whoMay(Permissions.UPDATE, Resources.USER, "qx-clerk")).containsExactly("admin", "qx-clerk");
        assertThat(whoMay(ProcessDefinitionPermissions.TASK_ASSIGN, Resources.PROCESS_DEFINITION, RightsProbe.PROCESS))
                .isEmpty();
        assertThat(whoMay(Permissions.ACCESS, Resources.APPLICATION, "cockpit"))
                .containsExactly("admin", "office", "discipline", "cadre");
        assertThat(whoMay(Permissions.ACCESS, Resources.APPLICATION, "admin")).containsExactly("admin");
        assertThat(whoMay(Permissions.ACCESS, Resources.APPLICATION, "tasklist"))
                .containsExactlyElementsOf(LOGINS);
    }

    @Test
    void rowsAreFewAndNoneRevokes() {
        assertThat(count("type_ = 2")).isZero();
        // 12 roles and the administrators; filters included. People add one row each, open tasks one per holder.
        assertThat(count("group_id_ is not null and resource_type_ <> 7")).isBetween(40L, 130L);
        assertThat(count("user_id_ is not null and resource_type_ not in (1, 7)"))
                .isZero();
        assertThat(count("user_id_ is not null and resource_type_ = 1 and resource_id_ <> user_id_"))
                .isZero();
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from act_ru_authorization where " + condition)
                .query(Long.class)
                .single();
    }

    @Test
    void theNextStartTakesBackWhatWasGrantedByHandAndChangesNothingElse() {
        var before = rights();
        var row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setGroupId(Role.VILLAGE_SECRETARY.group());
        row.setResource(Resources.PROCESS_DEFINITION);
        row.setResourceId("findingRectification");
        row.addPermission(ProcessDefinitionPermissions.READ_TASK);
        authorizations.saveAuthorization(row);
        var wider = authorizations
                .createAuthorizationQuery()
                .groupIdIn(Role.VILLAGE_SECRETARY.group())
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(Authorization.ANY)
                .singleResult();
        wider.addPermission(ProcessDefinitionPermissions.READ_INSTANCE);
        authorizations.saveAuthorization(wider);
        assertThat(rights()).isNotEqualTo(before);
        engineAuthorizations.run(null);
        assertThat(rights()).isEqualTo(before);
    }

    private Map<String, Integer> rights() {
        return authorizations.createAuthorizationQuery().list().stream()
                .filter(row -> row.getGroupId() != null && row.getResourceType() != Resources.TASK.resourceType())
                .collect(Collectors.toMap(Authorization::getId, row -> ((AuthorizationEntity) row).getPermissions()));
    }

    @Test
    void everyGroupHasAChineseName() {
        var names = Stream.of(Role.values()).map(role -> identity.createGroupQuery()
                .groupId(role.group())
                .singleResult()
                .getName());
        assertThat(names).allMatch(name -> name.matches("[\\p{IsHan}（）]+"));
    }
}
