package org.rectification.plan.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.plan.PlanReview;
import org.rectification.plan.PlanReviews;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** Hands one body's answer to the plan. */
@Component
class ReviewPlanListener implements TaskListener {

    private final PlanReviews reviews;
    private final TaskEntries entries;
    private final CurrentPerson current;

    ReviewPlanListener(PlanReviews reviews, TaskEntries entries, CurrentPerson current) {
        this.reviews = reviews;
        this.entries = entries;
        this.current = current;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task));
        var body = CaseVariables.required(task, "body");
        reviews.record(current.id(), key, body, entries.read(task, PlanReview.class));
    }
}
