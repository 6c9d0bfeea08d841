package org.rectification.round.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.round.Registration;
import org.rectification.round.RoundRegistration;
import org.rectification.round.SampleRound;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happens to a round from its registration to its end. The processes of the other capabilities are replaced by
 * stand-ins with one task each; services, database and engine are the real ones.
 */
@RectificationTest
@Import({FlowCoverage.class, RoundAlone.class})
class RoundLifeProcessTest {

    private static final List<String> MODELS =
            List.of("inspection-round.bpmn", "organisation-rectification.bpmn", "feedback.bpmn");

    @Autowired
    private RoundRegistration registration;

    @Autowired
    private InspectedOrganisations organisations;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private FlowCoverage coverage;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private String deploymentId;
    private String roundId;
    private LocalDate today;

    @BeforeEach
    void aRegisteredRound() {
        engine.getJobExecutor().shutdown();
        var deployment = repository.createDeployment().addClasspathResource("round/stand-ins.bpmn");
        MODELS.forEach(model -> deployment.addClasspathResource("bpmn/" + model));
        for (var form : List.of(
                "record-feedback-meeting",
                "sign-for-feedback",
                "collect-receipts",
                "confirm-archiving",
                "record-leading-group-hearing")) {
            deployment.addClasspathResource("forms/" + form + ".form");
        }
        deploymentId = deployment.deploy().getId();
        today = LocalDate.now(clock);
        var round = SampleRound.small(today.minusDays(1));
        round.node().put("roundNumber", "流程测试" + System.nanoTime());
        var registered = (Registration.Registered)
                registration.register(round.text().getBytes(StandardCharsets.UTF_8), "office");
        roundId = registered.round().roundId();
        runJobs();
    }

    @AfterEach
    void noTrace() {
        repository.deleteDeployment(deploymentId, true);
    }

    @Test
    void aRoundEndsWhenItsOrganisationsAreArchivedAndTheLeadingGroupHeardIt() {
        complete("userTask_recordFeedbackMeeting", meeting(today));
        runJobs();
        // Work goes on although nobody has signed for the feedback yet (S24).
        assertThat(openTasks())
                .containsExactlyInAnyOrder(
                        "userTask_signForFeedback",
                        "userTask_collectReceipts",
                        "userTask_subLedger",
                        "userTask_subLedger",
                        "userTask_planDrafting",
                        "userTask_periodSupervision");
        assertThat(task("userTask_signForFeedback").getAssignee()).isEqualTo("qx-secretary");
        assertThat(task("userTask_collectReceipts").getAssignee()).isEqualTo("qx-clerk");
        complete(
                "userTask_signForFeedback",
                """
                {"receivedOn":"%s","statement":"照单全收、立行立改。"}""".formatted(today));
        complete("userTask_collectReceipts", receipts("qx-v1"));
        for (var standIn : List.of("subLedger", "subLedger", "planDrafting", "periodSupervision", "closure")) {
            tasks.complete(tasks(("userTask_" + standIn)).get(0).getId());
            runJobs();
        }
        everythingElseIsDone();
        complete("userTask_confirmArchiving", """
                {"archiveNumber":"2026-巡改-01"}""");
        runJobs();
        assertThat(organisations.get(key()).has(Milestone.ARCHIVED)).isTrue();
        complete(
                "userTask_recordLeadingGroupHearing",
                """
                {"heardOn":"%s","conclusion":"整改总体到位。"}""".formatted(today));

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(roundInstance())
                        .finished()
                        .count())
                .isEqualTo(1);
        for (var model : MODELS) {
            assertThat(coverage.missedIn("bpmn/" + model)).as(model).isEmpty();
        }
    }

    @Test
    void everyInstanceOfACaseBelongsToItsTenantAndTheRoundToNone() {
        assertThat(instances("inspectionRound"))
                .extracting(ProcessInstance::getTenantId)
                .containsOnlyNulls();
        assertThat(instances("organisationRectification"))
                .extracting(ProcessInstance::getTenantId)
                .containsExactly("qingxi-town");
        assertThat(instances("feedback"))
                .extracting(ProcessInstance::getTenantId)
                .containsExactly("qingxi-town");
        assertThat(task("userTask_recordFeedbackMeeting").getTenantId()).isEqualTo("qingxi-town");
    }

    @Test
    void aMeetingBeforeTheSecondHearingIsRefusedAndTheOrganisationStillSeesNothing() {
        var early = today.minusDays(7);

        assertThatThrownBy(() -> complete("userTask_recordFeedbackMeeting", meeting(early)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不得早于“五人小组”听取汇报日期");

        assertThat(openTasks()).containsExactly("userTask_recordFeedbackMeeting");
        assertThat(organisations.get(key()).has(Milestone.FEEDBACK_HELD)).isFalse();
    }

    @Test
    void receiptsOfAnotherVillageAreRefused() {
        complete("userTask_recordFeedbackMeeting", meeting(today));
        runJobs();

        assertThatThrownBy(() -> complete("userTask_collectReceipts", receipts("bs-v1")))
                .isInstanceOf(Refusal.class);

        assertThat(openTasks()).contains("userTask_collectReceipts");
    }

    @Test
    void theArchivingGateNamesEverythingThatIsMissing() {
        complete("userTask_recordFeedbackMeeting", meeting(today));
        runJobs();
        complete(
                "userTask_signForFeedback",
                """
                {"receivedOn":"%s","statement":"照单全收。"}""".formatted(today));
        complete("userTask_collectReceipts", receipts("qx-v1"));
        for (var standIn : List.of("subLedger", "subLedger", "planDrafting", "periodSupervision", "closure")) {
            tasks.complete(tasks(("userTask_" + standIn)).get(0).getId());
            runJobs();
        }

        var first = jdbc.sql(
                        """
                        select f.title, p.name from rectification.finding f
                          join rectification.person p on p.id = f.responsible_person
                         where f.round_id = ? and f.level = 'TOWN'""")
                .param(roundId)
                .query((row, number) -> new String[] {row.getString(1), row.getString(2)})
                .single();
        assertThatThrownBy(() ->
                        complete("userTask_confirmArchiving", """
                {"archiveNumber":"2026-巡改-02"}"""))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::message)
                        .contains(
                                "不能归档，缺少：整改方案印发（整改办的待办“印发整改方案”）。",
                                "不能归档，缺少：集中听取整改进展情况（巡察办的待办“登记集中听取整改进展情况”）。",
                                "不能归档，缺少：真实性签字背书（党委书记的待办“对整改真实性签字背书”）。",
                                "不能归档，缺少：党内通报和社会公开（整改办的待办“登记党内通报”至“登记社会公开情况”）。",
                                "不能归档，缺少：整改成效评估（巡察办的待办“评估整改成效”）。",
                                "不能归档，缺少：镇本级第1条“%s”的销号，现为“已建账”（%s的待办“整改问题并报告结果”）。".formatted(first[0], first[1])));
        assertThat(openTasks()).containsExactly("userTask_confirmArchiving");
    }

    /** What the stand-ins do not do: the other capabilities' milestones, and findings that are settled. */
    private void everythingElseIsDone() {
        for (var milestone : List.of(
                Milestone.PLAN_ISSUED,
                Milestone.HEARING_HELD,
                Milestone.SIGNED,
                Milestone.PUBLISHED,
                Milestone.EVALUATED)) {
            organisations.reach(key(), milestone, "office");
        }
        jdbc.sql(
                        """
                        update rectification.finding set state = 'LONG_TERM', verdict = 'LONG_TERM', verified_by = 'team',
                               consented_by = 'office', next_review_on = ? where round_id = ?""")
                .params(today.plusDays(90), roundId)
                .update();
    }

    private static String meeting(LocalDate heldOn) {
        return """
                {"heldOn":"%s","place":"镇会议室","host":"市委巡察组组长","attendance":"领导班子成员、各村书记"}"""
                .formatted(heldOn);
    }

    private String receipts(String village) {
        return """
                {"receivedOn":"%1$s","receivedBy":"镇长",
                 "villages":[{"code":"%2$s","name":"村","receivedOn":"%1$s","receivedBy":"村书记"}],
                 "contacts":[
                   {"body":"INSPECTION_OFFICE","office":"综合科","contact":"甲","phone":"0000"},
                   {"body":"DISCIPLINE_SUPERVISION","office":"第一室","contact":"乙","phone":"0001"},
                   {"body":"CADRE_SUPERVISION","office":"干监室","contact":"丙","phone":"0002"}]}"""
                .formatted(today, village);
    }

    private CaseKey key() {
        return new CaseKey(roundId, "qingxi-town");
    }

    private void complete(String definitionKey, String entry) {
        tasks.complete(
                task(definitionKey).getId(),
                Map.of("entry", SpinValues.jsonValue(entry).create()));
    }

    private Task task(String definitionKey) {
        assertThat(tasks(definitionKey)).as(definitionKey).hasSize(1);
        return tasks(definitionKey).get(0);
    }

    private List<Task> tasks(String definitionKey) {
        return allTasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(definitionKey))
                .toList();
    }

    private List<String> openTasks() {
        return allTasks().stream().map(Task::getTaskDefinitionKey).toList();
    }

    private List<Task> allTasks() {
        return tasks.createTaskQuery()
                .processVariableValueEquals("roundId", roundId)
                .list();
    }

    private List<ProcessInstance> instances(String processKey) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .variableValueEquals("roundId", roundId)
                .list();
    }

    private String roundInstance() {
        return jdbc.sql("select process_instance_id from rectification.round where id = ?")
                .param(roundId)
                .query(String.class)
                .single();
    }

    private void runJobs() {
        for (var job = nextJob(); job != null; job = nextJob()) {
            management.executeJob(job);
        }
    }

    private String nextJob() {
        return management.createJobQuery().executable().list().stream()
                .filter(job -> ours(job.getProcessInstanceId()))
                .map(job -> job.getId())
                .findFirst()
                .orElse(null);
    }

    private boolean ours(String processInstanceId) {
        return processInstanceId != null
                && runtime
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(processInstanceId)
                        .variableName("roundId")
                        .list()
                        .stream()
                        .anyMatch(variable -> roundId.equals(variable.getValue()));
    }
}
