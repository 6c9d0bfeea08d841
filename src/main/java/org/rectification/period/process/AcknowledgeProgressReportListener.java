package org.rectification.period.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.period.ProgressReports;
import org.rectification.period.ReceiptEntry;
import org.springframework.stereotype.Component;

/** A recipient acknowledges the progress report. */
@Component
class AcknowledgeProgressReportListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final ProgressReports reports;

    AcknowledgeProgressReportListener(TaskEntries entries, CurrentPerson person, ProgressReports reports) {
        this.entries = entries;
        this.person = person;
        this.reports = reports;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, ReceiptEntry.class);
        var body = CaseVariables.required(task, PeriodVariables.BODY);
        reports.acknowledge(
                person.id(), PeriodVariables.caseKey(task), PeriodVariables.reportNumber(task), body, entry);
    }
}
