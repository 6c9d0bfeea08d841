package org.rectification.people.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.rectification.engine.OwnName;
import org.rectification.engine.TaskHands;
import org.rectification.people.DutiesPassed;
import org.rectification.people.OfficeHandedOver;
import org.rectification.people.Passing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Open tasks follow the duties: of each task of a former holder its model is asked again whose it is. So a task moves for
 * the same reason for which it came, and whatever was given to somebody by name stays.
 */
@Component
class TasksFollowDuties {

    private static final Logger LOG = LoggerFactory.getLogger(TasksFollowDuties.class);

    private final ObjectProvider<ProcessEngine> engine;
    private final TaskHands hands;
    private final OwnName ownName;

    TasksFollowDuties(ObjectProvider<ProcessEngine> engine, TaskHands hands, OwnName ownName) {
        this.engine = engine;
        this.hands = hands;
        this.ownName = ownName;
    }

    @EventListener
    @Order(DutiesPassed.TASKS)
    void follow(DutiesPassed event) {
        Set<String> former = new LinkedHashSet<>();
        event.passings().stream().map(Passing::from).forEach(former::add);
        ownName.run(() -> former.forEach(this::follow));
    }

    /** Whatever was given to the person by name passes with the office; only confirmations in person do not. */
    @EventListener
    @Order(DutiesPassed.TASKS)
    void handedOver(OfficeHandedOver event) {
        ownName.run(() -> tasksOf(event.from()).stream()
                .filter(task -> !PersonalTasks.include(task.getTaskDefinitionKey()))
                .forEach(task -> hands.move(task.getId(), event.to())));
    }

    private void follow(String former) {
        for (var task : tasksOf(former)) {
            var now = holder(task.getId());
            if (now != null && !now.equals(former)) {
                hands.move(task.getId(), now);
            }
        }
    }

    private List<Task> tasksOf(String person) {
        TaskService tasks = engine.getObject().getTaskService();
        return tasks.createTaskQuery().or().taskAssignee(person).taskOwner(person).endOr().list().stream()
                .filter(task -> Objects.equals(person, TaskHands.principal(task)))
                .toList();
    }

    /** Whose task it would be were it made now; null where a group has it, or nobody holds the duty. */
    private String holder(String taskId) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            var task = context.getTaskManager().findTaskById(taskId);
            var assignee = task.getTaskDefinition().getAssigneeExpression();
            try {
                return assignee == null ? null : (String) assignee.getValue(task);
            } catch (RuntimeException nobody) {
                // A duty that nobody holds: the task stays where it is until somebody does.
                LOG.debug("Task {} stays: {}", taskId, nobody.getMessage());
                return null;
            }
        });
    }
}
