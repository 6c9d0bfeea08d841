package org.rectification.accountability.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.accountability.Matters;
import org.rectification.accountability.StatementEntry;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The Secretary hands in the statement. */
@Component
class ExplainDelayListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Matters matters;

    ExplainDelayListener(TaskEntries entries, CurrentPerson person, Matters matters) {
        this.entries = entries;
        this.person = person;
        this.matters = matters;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, StatementEntry.class);
        matters.explain(person.id(), AccountabilityVariables.suggestionId(task), entry);
    }
}
