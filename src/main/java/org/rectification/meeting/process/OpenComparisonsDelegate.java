package org.rectification.meeting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.meeting.Comparisons;
import org.springframework.stereotype.Component;

/** Writes down who of the township's team owes a comparison text (S38). */
@Component
class OpenComparisonsDelegate implements JavaDelegate {

    private final Comparisons comparisons;

    OpenComparisonsDelegate(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Override
    public void execute(DelegateExecution execution) {
        comparisons.open(MeetingVariables.caseKey(execution));
    }
}
