package org.rectification.closure.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.closure.PublicationEntry;
import org.rectification.closure.Publications;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The clerk records where and how long the result was made public. */
@Component
class PublishResultListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Publications publications;

    PublishResultListener(TaskEntries entries, CurrentPerson person, Publications publications) {
        this.entries = entries;
        this.person = person;
        this.publications = publications;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, PublicationEntry.class);
        publications.publish(person.id(), ClosureVariables.caseKey(task), entry);
    }
}
