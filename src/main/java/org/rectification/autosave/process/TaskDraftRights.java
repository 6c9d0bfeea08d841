package org.rectification.autosave.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.rectification.autosave.DraftRights;
import org.rectification.autosave.Subject;
import org.rectification.engine.ActingAs;
import org.springframework.stereotype.Component;

/** A task is for its assignee; while it has none, for the bodies that may take it. */
@Component
class TaskDraftRights implements DraftRights {

    private final TaskService tasks;
    private final IdentityService identity;
    private final ActingAs actingAs;

    TaskDraftRights(TaskService tasks, IdentityService identity, ActingAs actingAs) {
        this.tasks = tasks;
        this.identity = identity;
        this.actingAs = actingAs;
    }

    @Override
    public Subject subject() {
        return Subject.TASK;
    }

    @Override
    public boolean mayWorkOn(String personId, String taskId) {
        return actingAs.call(personId, () -> {
            var groups = identity.getCurrentAuthentication().getGroupIds();
            var query = tasks.createTaskQuery().taskId(taskId).or().taskAssignee(personId);
            return (groups.isEmpty() ? query : query.taskCandidateGroupIn(groups))
                            .endOr()
                            .count()
                    > 0;
        });
    }
}
