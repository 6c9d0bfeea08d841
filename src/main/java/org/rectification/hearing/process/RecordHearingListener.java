package org.rectification.hearing.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.hearing.HearingEntry;
import org.rectification.hearing.Hearings;
import org.springframework.stereotype.Component;

/** The inspection office records the joint hearing (S35). */
@Component
class RecordHearingListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Hearings hearings;

    RecordHearingListener(TaskEntries entries, CurrentPerson person, Hearings hearings) {
        this.entries = entries;
        this.person = person;
        this.hearings = hearings;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, HearingEntry.class);
        hearings.record(person.id(), HearingVariables.caseKey(task), entry);
    }
}
