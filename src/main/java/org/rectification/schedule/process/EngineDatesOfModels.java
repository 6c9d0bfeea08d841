package org.rectification.schedule.process;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.round.CaseKey;
import org.rectification.schedule.EngineDates;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Evaluates the expressions with which the models date their tasks and timers a second time, so that no room need say
 * here what it waits for. A task whose due date is not what its model said before was dated by somebody: it stays. A
 * timer whose moment has come fires as it was.
 */
@Component
class EngineDatesOfModels implements EngineDates {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final ProcessEngine engine;
    private final OwnName ownName;
    private final java.time.Clock clock;

    EngineDatesOfModels(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy ManagementService management,
            @Lazy ProcessEngine engine,
            OwnName ownName,
            java.time.Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.engine = engine;
        this.ownName = ownName;
        this.clock = clock;
    }

    private record Dated(String taskId, Date due) {}

    @Override
    public Snapshot of(CaseKey key) {
        return new Snapshot(key, ownName.call(() -> ids(key).stream()
                .map(id -> new Dated(id, saidByModel(id)))
                .toList()));
    }

    @Override
    public Moved follow(Snapshot before) {
        return ownName.call(() -> new Moved(moveTasks(before), moveTimers(before.key())));
    }

    private int moveTasks(Snapshot before) {
        int moved = 0;
        for (var each : before.opaque()) {
            var dated = (Dated) each;
            var task = tasks.createTaskQuery().taskId(dated.taskId()).singleResult();
            if (task == null || dated.due() == null || !sameMoment(task.getDueDate(), dated.due())) {
                continue;
            }
            var due = saidByModel(task.getId());
            if (due != null && !sameMoment(due, task.getDueDate())) {
                task.setDueDate(due);
                tasks.saveTask(task);
                moved++;
            }
        }
        return moved;
    }

    private int moveTimers(CaseKey key) {
        int moved = 0;
        for (var instance : instances(key)) {
            for (var timer : management
                    .createJobQuery()
                    .processInstanceId(instance)
                    .timers()
                    .duedateHigherThan(Date.from(clock.instant()))
                    .list()) {
                management.recalculateJobDuedate(timer.getId(), false);
                var now = management
                        .createJobQuery()
                        .jobId(timer.getId())
                        .singleResult()
                        .getDuedate();
                if (!sameMoment(now, timer.getDuedate())) {
                    moved++;
                }
            }
        }
        return moved;
    }

    private List<String> ids(CaseKey key) {
        return tasks
                .createTaskQuery()
                .processVariableValueEquals(CaseVariables.ROUND_ID, key.roundId())
                .processVariableValueEquals(CaseVariables.ORGANISATION_ID, key.organisationId())
                .list()
                .stream()
                .map(org.camunda.bpm.engine.task.Task::getId)
                .toList();
    }

    private Set<String> instances(CaseKey key) {
        return runtime
                .createProcessInstanceQuery()
                .variableValueEquals(CaseVariables.ROUND_ID, key.roundId())
                .variableValueEquals(CaseVariables.ORGANISATION_ID, key.organisationId())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    /** The date of the task's model as of now; null where the model gives none. */
    private Date saidByModel(String taskId) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> saidByModel(context, taskId));
    }

    private static Date saidByModel(CommandContext context, String taskId) {
        var task = context.getTaskManager().findTaskById(taskId);
        var expression = task == null || task.getTaskDefinition() == null
                ? null
                : task.getTaskDefinition().getDueDateExpression();
        return expression == null ? null : (Date) expression.getValue(task);
    }

    private static boolean sameMoment(Date one, Date other) {
        return Objects.equals(one == null ? null : one.getTime() / 1000, other == null ? null : other.getTime() / 1000);
    }
}
