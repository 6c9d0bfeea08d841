package org.rectification.finding.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rectification.engine.CaseVariables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Wakes the findings that were verified before the plan was issued. */
@Component
public class PlanIssuedCorrelation {

    private static final String PLAN_ISSUED = "findingRectification.planIssued";

    private final RuntimeService runtime;

    PlanIssuedCorrelation(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * Tells every waiting finding of the case. Call it after {@code Findings.freezeBaseline} in the same transaction: the
     * row locks taken there make sure that a finding verified meanwhile is already waiting or sees the plan.
     */
    public void planIssued(String roundId, String organisationId) {
        runtime.createExecutionQuery()
                .messageEventSubscriptionName(PLAN_ISSUED)
                .processVariableValueEquals(CaseVariables.ROUND_ID, roundId)
                .processVariableValueEquals(CaseVariables.ORGANISATION_ID, organisationId)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(PLAN_ISSUED, waiting.getId()));
    }
}
