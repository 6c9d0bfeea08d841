package org.rectification.engine;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * In whose hands a task is. While a substitute has taken it on, the engine's owner is the absent person and the assignee
 * the substitute; otherwise a task has no owner. All of this happens in the application's own name.
 */
@Component
public class TaskHands {

    private final TaskService tasks;
    private final OwnName ownName;

    TaskHands(@Lazy TaskService tasks, OwnName ownName) {
        this.tasks = tasks;
        this.ownName = ownName;
    }

    /** Whose task it really is: of the absent person while a substitute holds it; null while a group has it. */
    public static String principal(Task task) {
        return task.getOwner() == null ? task.getAssignee() : task.getOwner();
    }

    /** Becomes somebody else's task altogether, or with null the group's; whoever had taken it on for the former loses it too. */
    @Transactional
    public void move(String taskId, @Nullable String to) {
        ownName.run(() -> find(taskId).ifPresent(task -> {
            tasks.setAssignee(taskId, to);
            forgetOwner(task);
        }));
    }

    /** A substitute takes on what stays the absent person's task. */
    @Transactional
    public void lend(String taskId, String substitute) {
        ownName.run(() -> find(taskId).ifPresent(task -> {
            tasks.setOwner(taskId, principal(task));
            tasks.setAssignee(taskId, substitute);
        }));
    }

    /** Back from the substitute, or from the group's member who had taken it. */
    @Transactional
    public void giveBack(String taskId) {
        ownName.run(() -> find(taskId).ifPresent(task -> {
            tasks.setAssignee(taskId, task.getOwner());
            forgetOwner(task);
        }));
    }

    private void forgetOwner(Task task) {
        if (task.getOwner() != null) {
            tasks.deleteUserIdentityLink(task.getId(), task.getOwner(), IdentityLinkType.OWNER);
        }
    }

    private Optional<Task> find(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult());
    }
}
