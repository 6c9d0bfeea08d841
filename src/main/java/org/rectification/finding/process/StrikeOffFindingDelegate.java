package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.finding.VerificationWork;
import org.springframework.stereotype.Component;

/** Strikes the finding off (S22). */
@Component
class StrikeOffFindingDelegate implements JavaDelegate {

    private final VerificationWork work;
    private final CurrentPerson current;

    StrikeOffFindingDelegate(VerificationWork work, CurrentPerson current) {
        this.work = work;
        this.current = current;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.strikeOff(current.id(), CaseVariables.findingId(execution));
    }
}
