package org.rectification.period.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.period.ApprovalEntry;
import org.rectification.period.ProgressReports;
import org.springframework.stereotype.Component;

/** The Secretary sends the progress report or returns it. */
@Component
class ApproveProgressReportListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final ProgressReports reports;

    ApproveProgressReportListener(TaskEntries entries, CurrentPerson person, ProgressReports reports) {
        this.entries = entries;
        this.person = person;
        this.reports = reports;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, ApprovalEntry.class);
        var approved =
                reports.decide(person.id(), PeriodVariables.caseKey(task), PeriodVariables.reportNumber(task), entry);
        task.setVariable(PeriodVariables.REPORT_APPROVED, approved);
    }
}
