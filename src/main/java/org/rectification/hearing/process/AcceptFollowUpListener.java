package org.rectification.hearing.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.hearing.DecisionEntry;
import org.rectification.hearing.FollowUps;
import org.springframework.stereotype.Component;

/** The inspection office accepts what was done about a follow-up, or returns it. */
@Component
class AcceptFollowUpListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final FollowUps followUps;

    AcceptFollowUpListener(TaskEntries entries, CurrentPerson person, FollowUps followUps) {
        this.entries = entries;
        this.person = person;
        this.followUps = followUps;
    }

    @Override
    public void notify(DelegateTask task) {
        var id = CaseVariables.required(task, HearingVariables.FOLLOW_UP_ID);
        task.setVariable(
                HearingVariables.FOLLOW_UP_ACCEPTED,
                followUps.decide(person.id(), id, entries.read(task, DecisionEntry.class)));
    }
}
