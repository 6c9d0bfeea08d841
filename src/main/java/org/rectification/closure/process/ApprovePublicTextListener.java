package org.rectification.closure.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.closure.Publications;
import org.rectification.closure.TextApprovalEntry;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The inspection office approves the public text or returns it. */
@Component
class ApprovePublicTextListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Publications publications;

    ApprovePublicTextListener(TaskEntries entries, CurrentPerson person, Publications publications) {
        this.entries = entries;
        this.person = person;
        this.publications = publications;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, TextApprovalEntry.class);
        task.setVariable(
                ClosureVariables.PUBLIC_TEXT_APPROVED,
                publications.decide(person.id(), ClosureVariables.caseKey(task), entry));
    }
}
