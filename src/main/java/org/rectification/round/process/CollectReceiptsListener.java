package org.rectification.round.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.round.CaseKey;
import org.rectification.round.Feedback;
import org.rectification.round.ReceiptList;
import org.springframework.stereotype.Component;

/** The clerk collected the receipts and the liaison contacts (S33). */
@Component
class CollectReceiptsListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Feedback feedback;

    CollectReceiptsListener(TaskEntries entries, CurrentPerson person, Feedback feedback) {
        this.entries = entries;
        this.person = person;
        this.feedback = feedback;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, ReceiptList.class);
        feedback.collectReceipts(
                new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task)), entry, person.id());
    }
}
