package org.rectification.hearing.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.hearing.AnswerEntry;
import org.rectification.hearing.FollowUps;
import org.springframework.stereotype.Component;

/** The owner of a follow-up says what was done. */
@Component
class AnswerFollowUpListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final FollowUps followUps;

    AnswerFollowUpListener(TaskEntries entries, CurrentPerson person, FollowUps followUps) {
        this.entries = entries;
        this.person = person;
        this.followUps = followUps;
    }

    @Override
    public void notify(DelegateTask task) {
        var id = CaseVariables.required(task, HearingVariables.FOLLOW_UP_ID);
        followUps.answer(person.id(), task.getAssignee(), id, entries.read(task, AnswerEntry.class));
    }
}
