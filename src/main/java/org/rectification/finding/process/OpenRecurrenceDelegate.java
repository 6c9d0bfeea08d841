package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.finding.LongTermReviews;
import org.springframework.stereotype.Component;

/** Opens the linked new finding that a review of the long-term list asked for (S23). */
@Component
class OpenRecurrenceDelegate implements JavaDelegate {

    private final LongTermReviews reviews;

    OpenRecurrenceDelegate(LongTermReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.openRecurrence(CaseVariables.findingId(execution));
    }
}
