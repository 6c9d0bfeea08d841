package org.rectification.hearing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.hearing.HearingResults;
import org.springframework.stereotype.Component;

/** Follow-ups, and what a red conclusion sets going (S35, S47). */
@Component
class RaiseHearingResultsDelegate implements JavaDelegate {

    private final HearingResults results;

    RaiseHearingResultsDelegate(HearingResults results) {
        this.results = results;
    }

    @Override
    public void execute(DelegateExecution execution) {
        results.raise(HearingVariables.caseKey(execution));
    }
}
