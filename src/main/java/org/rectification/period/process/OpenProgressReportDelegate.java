package org.rectification.period.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.period.ProgressReports;
import org.springframework.stereotype.Component;

/** Opens the progress report whose day has come; the subprocess that follows takes a copy of its number. */
@Component
class OpenProgressReportDelegate implements JavaDelegate {

    private final ProgressReports reports;

    OpenProgressReportDelegate(ProgressReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(PeriodVariables.REPORT_NUMBER, reports.openNext(PeriodVariables.caseKey(execution)));
    }
}
