package org.rectification.hearing.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.engine.TaskEntries;
import org.rectification.hearing.HearingAdvice.Standing;
import org.rectification.hearing.HearingDates;
import org.rectification.hearing.HearingProcess;
import org.rectification.hearing.Progress;
import org.rectification.round.CaseKey;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the engine in the application's own name: whether the person may is decided before. */
@Component
class EngineHearingProcess implements HearingProcess {

    static final String KEY = "jointHearing";
    static final String FOLLOW_UP_RAISED = "hearingFollowUp.followUpRaised";
    static final String INVITATION_DUE = "event_invitationDue";
    static final String INVITE = "userTask_inviteThreeBodies";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final DecisionService decisions;
    private final HearingDates dates;
    private final HearingViews views;
    private final OwnName ownName;

    EngineHearingProcess(
            @Lazy RuntimeService runtime,
            @Lazy ManagementService management,
            @Lazy TaskService tasks,
            @Lazy DecisionService decisions,
            @Lazy HearingDates dates,
            @Lazy HearingViews views,
            OwnName ownName) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.decisions = decisions;
        this.dates = dates;
        this.views = views;
        this.ownName = ownName;
    }

    @Override
    public void dayMoved(CaseKey key) {
        ownName.run(() -> runtime.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .variableValueEquals(CaseVariables.ROUND_ID, key.roundId())
                .variableValueEquals(CaseVariables.ORGANISATION_ID, key.organisationId())
                .list()
                .forEach(instance -> reschedule(instance, key.roundId(), key.organisationId())));
    }

    private void reschedule(ProcessInstance instance, String roundId, String organisationId) {
        for (var timer : management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list()) {
            var activity = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(timer.getJobDefinitionId())
                    .singleResult()
                    .getActivityId();
            management.setJobDuedate(
                    timer.getId(),
                    INVITATION_DUE.equals(activity)
                            ? dates.invitationAt(roundId, organisationId)
                            : dates.hearingAt(roundId, organisationId));
        }
        for (var task :
                tasks.createTaskQuery().processInstanceId(instance.getId()).list()) {
            task.setDueDate(
                    INVITE.equals(task.getTaskDefinitionKey())
                            ? dates.invitationDue(roundId, organisationId)
                            : dates.opinionDue(roundId, organisationId));
            tasks.saveTask(task);
            if (INVITE.equals(task.getTaskDefinitionKey())) {
                var draft = views.invitationDraft(roundId, organisationId);
                runtime.setVariableLocal(task.getExecutionId(), TaskEntries.ENTRY, draft);
            }
        }
    }

    @Override
    public String followUpRaised(CaseKey key, String followUpId) {
        return ownName.call(() -> runtime.createMessageCorrelation(FOLLOW_UP_RAISED)
                .setVariables(Map.of(
                        CaseVariables.ROUND_ID, key.roundId(),
                        CaseVariables.ORGANISATION_ID, key.organisationId(),
                        HearingVariables.FOLLOW_UP_ID, followUpId))
                .correlateStartMessage()
                .getProcessInstanceId());
    }

    @Override
    public List<Judgement> judge(List<Standing> standings) {
        return ownName.call(() -> standings.stream().map(this::judge).toList());
    }

    private Judgement judge(Standing standing) {
        var row = decisions
                .evaluateDecisionTableByKey("judgeProgress")
                .variables(Map.of(
                        "stage", standing.stage(), "daysLeft", standing.daysLeft(), "returns", standing.returns()))
                .evaluate()
                .getSingleResult();
        return new Judgement(Progress.valueOf(row.getEntry("advice")), row.getEntry("reason"));
    }
}
