package org.rectification.period.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.period.ProgressReports;
import org.springframework.stereotype.Component;

/** Writes down which progress reports are owed (S45). */
@Component
class OpenPeriodDelegate implements JavaDelegate {

    private final ProgressReports reports;

    OpenPeriodDelegate(ProgressReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.schedule(PeriodVariables.caseKey(execution));
    }
}
