package org.rectification.closure.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.closure.PublicTextEntry;
import org.rectification.closure.Publications;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The clerk proposes the public text. */
@Component
class DraftPublicTextListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Publications publications;

    DraftPublicTextListener(TaskEntries entries, CurrentPerson person, Publications publications) {
        this.entries = entries;
        this.person = person;
        this.publications = publications;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, PublicTextEntry.class);
        publications.propose(person.id(), ClosureVariables.caseKey(task), entry);
    }
}
