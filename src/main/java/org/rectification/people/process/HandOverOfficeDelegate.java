package org.rectification.people.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.people.Handovers;
import org.springframework.stereotype.Component;

/** Both have confirmed: everything passes. */
@Component
class HandOverOfficeDelegate implements JavaDelegate {

    private final Handovers handovers;

    HandOverOfficeDelegate(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handovers.carryOut(CaseVariables.required(execution, EngineHandoverProcess.HANDOVER_ID));
    }
}
