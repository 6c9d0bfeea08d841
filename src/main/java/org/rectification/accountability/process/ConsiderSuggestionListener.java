package org.rectification.accountability.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.accountability.ConsiderationEntry;
import org.rectification.accountability.Matters;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** Discipline supervision takes the suggestion up or dismisses it. */
@Component
class ConsiderSuggestionListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Matters matters;

    ConsiderSuggestionListener(TaskEntries entries, CurrentPerson person, Matters matters) {
        this.entries = entries;
        this.person = person;
        this.matters = matters;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, ConsiderationEntry.class);
        task.setVariable(
                AccountabilityVariables.TAKEN_UP,
                matters.consider(person.id(), AccountabilityVariables.suggestionId(task), entry));
    }
}
