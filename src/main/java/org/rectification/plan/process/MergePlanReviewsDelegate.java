package org.rectification.plan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.plan.PlanReviews;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** Merges the answers of the reviewing bodies into one (R24). */
@Component
class MergePlanReviewsDelegate implements JavaDelegate {

    private final PlanReviews reviews;
    private final CurrentPerson current;

    MergePlanReviewsDelegate(PlanReviews reviews, CurrentPerson current) {
        this.reviews = reviews;
        this.current = current;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = new CaseKey(CaseVariables.roundId(execution), CaseVariables.organisationId(execution));
        execution.setVariable("planAgreed", reviews.merge(current.id(), key));
    }
}
