package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.finding.Warnings;
import org.rectification.finding.Warnings.Audience;
import org.springframework.stereotype.Component;

/** Raises the rung that the decision named; only a red one raised for the first time counts as newly overdue. */
@Component
class RaiseWarningDelegate implements JavaDelegate {

    private final Warnings warnings;

    RaiseWarningDelegate(Warnings warnings) {
        this.warnings = warnings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var colour = CaseVariables.required(execution, "warningColour");
        var audience = Audience.valueOf(CaseVariables.required(execution, "warningAudience"));
        var raised = warnings.raise(CaseVariables.findingId(execution), colour, audience);
        execution.setVariable("newlyOverdue", raised && "RED".equals(colour));
    }
}
