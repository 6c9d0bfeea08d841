package org.rectification.plan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.plan.Plans;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** Asks whether the plan covers every finding and opinion (S18). */
@Component
class CheckCoverageDelegate implements JavaDelegate {

    private final Plans plans;

    CheckCoverageDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = new CaseKey(CaseVariables.roundId(execution), CaseVariables.organisationId(execution));
        execution.setVariable("planStep", plans.next(key).name());
    }
}
