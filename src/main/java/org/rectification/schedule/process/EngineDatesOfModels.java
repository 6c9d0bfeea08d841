package org.rectification.schedule.process;

import java.time.Clock;
import java.util.ArrayList;
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
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
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
    private final Clock clock;

    EngineDatesOfModels(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy ManagementService management,
            @Lazy ProcessEngine engine,
            OwnName ownName,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.engine = engine;
        this.ownName = ownName;
        this.clock = clock;
    }

    /** @param said by the model at that time; {@code due} is what the task had */
    private record Dated(String taskId, Date said, Date due) {}

    private record Ringing(String timerId, Date at) {}

    @Override
    public Snapshot of(CaseKey key) {
        return ownName.call(() -> {
            var dates = new ArrayList<Object>();
            for (var task : tasksOf(key)) {
                dates.add(new Dated(task.getId(), saidByModel(task.getId()), task.getDueDate()));
            }
            for (var timer : timersOf(key)) {
                dates.add(new Ringing(timer.getId(), timer.getDuedate()));
            }
            return new Snapshot(key, dates);
        });
    }

    @Override
    public Moved follow(Snapshot before) {
        return ownName.call(() -> {
            int movedTasks = 0;
            int movedTimers = 0;
            for (var date : before.opaque()) {
                if (date instanceof Dated dated && moveTask(dated)) {
                    movedTasks++;
                } else if (date instanceof Ringing ringing && moveTimer(ringing)) {
                    movedTimers++;
                }
            }
            return new Moved(movedTasks, movedTimers);
        });
    }

    /** A room may have moved its own task already; it counts all the same. */
    private boolean moveTask(Dated dated) {
        var task = tasks.createTaskQuery().taskId(dated.taskId()).singleResult();
        if (task == null || dated.said() == null || !sameMoment(dated.due(), dated.said())) {
            return false;
        }
        var due = saidByModel(task.getId());
        if (due != null && !sameMoment(due, task.getDueDate())) {
            task.setDueDate(due);
            tasks.saveTask(task);
        }
        return due != null && !sameMoment(due, dated.due());
    }

    /** A room may have ended what the timer waited for. */
    private boolean moveTimer(Ringing ringing) {
        if (management.createJobQuery().jobId(ringing.timerId()).count() == 0) {
            return true;
        }
        management.recalculateJobDuedate(ringing.timerId(), false);
        var now = management.createJobQuery().jobId(ringing.timerId()).singleResult();
        return !sameMoment(now.getDuedate(), ringing.at());
    }

    private List<Task> tasksOf(CaseKey key) {
        return tasks.createTaskQuery()
                .processVariableValueEquals(CaseVariables.ROUND_ID, key.roundId())
                .processVariableValueEquals(CaseVariables.ORGANISATION_ID, key.organisationId())
                .list();
    }

    private List<Job> timersOf(CaseKey key) {
        return instances(key).stream()
                .flatMap(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .timers()
                        .duedateHigherThan(Date.from(clock.instant()))
                        .list()
                        .stream())
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
