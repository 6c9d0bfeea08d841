package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.deadline.WarningLadder.Step;
import org.rectification.engine.CaseVariables;
import org.rectification.finding.FindingWarnings;
import org.rectification.warning.Audience;
import org.springframework.stereotype.Component;

/** Raises the rung that the decision named. */
@Component
class RaiseWarningDelegate implements JavaDelegate {

    private final FindingWarnings warnings;

    RaiseWarningDelegate(FindingWarnings warnings) {
        this.warnings = warnings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = Step.valueOf(CaseVariables.required(execution, "warningStep"));
        var audience = Audience.valueOf(CaseVariables.required(execution, "warningAudience"));
        warnings.raise(CaseVariables.findingId(execution), step, audience);
    }
}
