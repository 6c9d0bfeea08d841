package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.finding.LongTermReviews;
import org.springframework.stereotype.Component;

/** Starts the follow-up of a finding on the long-term list, in a process of its own (S26). */
@Component
class FollowUpStartedDelegate implements JavaDelegate {

    private final LongTermReviews reviews;

    FollowUpStartedDelegate(LongTermReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.follow(CaseVariables.findingId(execution));
    }
}
