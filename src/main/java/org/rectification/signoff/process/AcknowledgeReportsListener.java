package org.rectification.signoff.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.round.CaseKey;
import org.rectification.signoff.DeliveryReceiptEntry;
import org.rectification.signoff.DeliveryReceipts;
import org.springframework.stereotype.Component;

/** A recipient acknowledges both reports (S44). */
@Component
class AcknowledgeReportsListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final DeliveryReceipts receipts;

    AcknowledgeReportsListener(TaskEntries entries, CurrentPerson person, DeliveryReceipts receipts) {
        this.entries = entries;
        this.person = person;
        this.receipts = receipts;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task));
        var body = CaseVariables.required(task, "body");
        receipts.acknowledge(person.id(), key, body, entries.read(task, DeliveryReceiptEntry.class));
    }
}
