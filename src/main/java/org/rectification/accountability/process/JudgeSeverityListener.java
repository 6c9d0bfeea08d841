package org.rectification.accountability.process;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.accountability.Matters;
import org.rectification.accountability.Severity;
import org.rectification.accountability.Shortcoming;
import org.springframework.stereotype.Component;

/** Hands the decision table's advice to the ledger; no variable keeps it. */
@Component
class JudgeSeverityListener implements ExecutionListener {

    private final Matters matters;

    JudgeSeverityListener(Matters matters) {
        this.matters = matters;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var row = ((DmnDecisionResult) execution.getVariableLocal("decisionResult")).getSingleResult();
        matters.judge(
                AccountabilityVariables.suggestionId(execution),
                Shortcoming.valueOf(row.getEntry("shortcoming")),
                Severity.valueOf(row.getEntry("severity")));
    }
}
