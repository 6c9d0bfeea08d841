package org.rectification.autosave.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rectification.autosave.DraftRights;
import org.rectification.autosave.Subject;
import org.rectification.engine.ActingAs;
import org.rectification.engine.TaskHands;
import org.rectification.people.Absences;
import org.springframework.stereotype.Component;

/**
 * A task is for its assignee, and for whoever acts in the assignee's place today and is offered it; while it has none, for
 * the bodies that may take it.
 */
@Component
class TaskDraftRights implements DraftRights {

    private final TaskService tasks;
    private final IdentityService identity;
    private final ActingAs actingAs;
    private final Absences absences;

    TaskDraftRights(TaskService tasks, IdentityService identity, ActingAs actingAs, Absences absences) {
        this.tasks = tasks;
        this.identity = identity;
        this.actingAs = actingAs;
        this.absences = absences;
    }

    @Override
    public Subject subject() {
        return Subject.TASK;
    }

    @Override
    public boolean mayWorkOn(String personId, String taskId) {
        return actingAs.call(personId, () -> own(personId, taskId) || inSomebodysPlace(personId, taskId));
    }

    private boolean own(String personId, String taskId) {
        var groups = identity.getCurrentAuthentication().getGroupIds();
        var query = of(taskId).or().taskAssignee(personId);
        return (groups.isEmpty() ? query : query.taskCandidateGroupIn(groups))
                        .endOr()
                        .count()
                > 0;
    }

    private boolean inSomebodysPlace(String personId, String taskId) {
        var offered =
                of(taskId).taskCandidateUser(personId).includeAssignedTasks().singleResult();
        var principal = offered == null ? null : TaskHands.principal(offered);
        return principal != null && absences.standsIn(personId, principal);
    }

    private TaskQuery of(String taskId) {
        return tasks.createTaskQuery().taskId(taskId);
    }
}
