package org.rectification.accountability.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.accountability.Matters;
import org.rectification.accountability.ReferralEntry;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** Discipline supervision refers the matter. */
@Component
class ReferCaseListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Matters matters;

    ReferCaseListener(TaskEntries entries, CurrentPerson person, Matters matters) {
        this.entries = entries;
        this.person = person;
        this.matters = matters;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, ReferralEntry.class);
        matters.refer(person.id(), AccountabilityVariables.suggestionId(task), entry);
    }
}
