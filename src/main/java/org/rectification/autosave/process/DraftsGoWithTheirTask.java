package org.rectification.autosave.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.autosave.Drafts;
import org.rectification.autosave.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** In the transaction that ends a task or gives it to somebody, the drafts that are no longer anybody's go. */
@Component
class DraftsGoWithTheirTask {

    private final Drafts drafts;

    DraftsGoWithTheirTask(Drafts drafts) {
        this.drafts = drafts;
    }

    @EventListener
    void follow(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE ->
                drafts.discardAll(Subject.TASK, task.getId());
            case TaskListener.EVENTNAME_ASSIGNMENT -> {
                if (task.getAssignee() != null) {
                    drafts.discardExcept(task.getAssignee(), Subject.TASK, task.getId());
                }
            }
            default -> {
                // Nobody's draft is touched by the rest.
            }
        }
    }
}
