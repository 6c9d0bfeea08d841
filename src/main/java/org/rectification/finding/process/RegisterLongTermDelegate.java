package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.finding.VerificationWork;
import org.springframework.stereotype.Component;

/** Moves the finding to the long-term list. */
@Component
class RegisterLongTermDelegate implements JavaDelegate {

    private final VerificationWork work;
    private final CurrentPerson current;

    RegisterLongTermDelegate(VerificationWork work, CurrentPerson current) {
        this.work = work;
        this.current = current;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.registerLongTerm(current.id(), CaseVariables.findingId(execution));
    }
}
