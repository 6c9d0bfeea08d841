package org.rectification.closure.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.closure.Evaluations;
import org.rectification.closure.Grade;
import org.rectification.engine.CaseVariables;
import org.springframework.stereotype.Component;

/** Enters the grade that the decision table gave. */
@Component
class RecordEvaluationDelegate implements JavaDelegate {

    private final Evaluations evaluations;

    RecordEvaluationDelegate(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        evaluations.record(
                ClosureVariables.caseKey(execution),
                Grade.valueOf(CaseVariables.required(execution, ClosureVariables.GRADE)),
                Boolean.TRUE.equals(execution.getVariable(ClosureVariables.VETOED)));
    }
}
