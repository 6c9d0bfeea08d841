package org.rectification.people.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.people.Substitutions;
import org.springframework.stereotype.Component;

/** The first day has come: what is open appears to the substitute. */
@Component
class BeginSubstitutionDelegate implements JavaDelegate {

    private final Substitutions substitutions;

    BeginSubstitutionDelegate(Substitutions substitutions) {
        this.substitutions = substitutions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        substitutions.begin(CaseVariables.required(execution, EngineSubstituteDesk.SUBSTITUTION_ID));
    }
}
