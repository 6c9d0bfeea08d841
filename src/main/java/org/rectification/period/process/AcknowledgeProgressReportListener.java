package org.rectification.period.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.period.ReceiptEntry;
import org.rectification.period.ReportReceipts;
import org.springframework.stereotype.Component;

/** A recipient acknowledges the progress report. */
@Component
class AcknowledgeProgressReportListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final ReportReceipts receipts;

    AcknowledgeProgressReportListener(TaskEntries entries, CurrentPerson person, ReportReceipts receipts) {
        this.entries = entries;
        this.person = person;
        this.receipts = receipts;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, ReceiptEntry.class);
        var body = CaseVariables.required(task, PeriodVariables.BODY);
        receipts.acknowledge(
                person.id(), PeriodVariables.caseKey(task), PeriodVariables.reportNumber(task), body, entry);
    }
}
