package org.rectification.plan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.plan.Plans;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** Merges the answers of the reviewing bodies into one (R24). */
@Component
class MergePlanReviewsDelegate implements JavaDelegate {

    private final Plans plans;
    private final CurrentPerson current;

    MergePlanReviewsDelegate(Plans plans, CurrentPerson current) {
        this.plans = plans;
        this.current = current;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = new CaseKey(CaseVariables.roundId(execution), CaseVariables.organisationId(execution));
        execution.setVariable("planAgreed", plans.mergeReviews(current.id(), key));
    }
}
