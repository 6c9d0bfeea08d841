package org.rectification.period.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.period.ProgressReportEntry;
import org.rectification.period.ProgressReports;
import org.springframework.stereotype.Component;

/** The clerk hands the progress report to the Secretary. */
@Component
class PrepareProgressReportListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final ProgressReports reports;

    PrepareProgressReportListener(TaskEntries entries, CurrentPerson person, ProgressReports reports) {
        this.entries = entries;
        this.person = person;
        this.reports = reports;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, ProgressReportEntry.class);
        reports.prepare(person.id(), PeriodVariables.caseKey(task), PeriodVariables.reportNumber(task), entry);
    }
}
