package org.rectification.people.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.people.Substitutions;
import org.springframework.stereotype.Component;

/** The last day is over: nothing of the absent person's is left with the substitute. */
@Component
class EndSubstitutionDelegate implements JavaDelegate {

    private final Substitutions substitutions;

    EndSubstitutionDelegate(Substitutions substitutions) {
        this.substitutions = substitutions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        substitutions.over(CaseVariables.required(execution, EngineSubstituteDesk.SUBSTITUTION_ID));
    }
}
