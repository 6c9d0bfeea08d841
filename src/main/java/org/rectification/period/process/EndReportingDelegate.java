package org.rectification.period.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.period.PeriodMessages;
import org.rectification.period.ProgressReports;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** After the signature nobody owes a progress report whose day has not come. */
@Component
class EndReportingDelegate implements JavaDelegate {

    private final ProgressReports reports;
    private final PeriodMessages period;

    EndReportingDelegate(ProgressReports reports, PeriodMessages period) {
        this.reports = reports;
        this.period = period;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseKey key = PeriodVariables.caseKey(execution);
        reports.endReporting(key);
        period.endReporting(key);
    }
}
