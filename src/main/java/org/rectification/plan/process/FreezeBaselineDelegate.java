package org.rectification.plan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.plan.Plans;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/**
 * Freezes the issued plan and tells the findings that wait for it. In this order: freezing takes the row of every finding,
 * so a finding that missed the plan has committed its waiting by the time it is told.
 */
@Component
class FreezeBaselineDelegate implements JavaDelegate {

    static final String PLAN_ISSUED = "findingRectification.planIssued";

    private final Plans plans;
    private final CurrentPerson current;

    FreezeBaselineDelegate(Plans plans, CurrentPerson current) {
        this.plans = plans;
        this.current = current;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = new CaseKey(CaseVariables.roundId(execution), CaseVariables.organisationId(execution));
        plans.freeze(current.id(), key);
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation(PLAN_ISSUED)
                .processInstanceVariableEquals(CaseVariables.ROUND_ID, key.roundId())
                .processInstanceVariableEquals(CaseVariables.ORGANISATION_ID, key.organisationId())
                .correlateAll();
    }
}
