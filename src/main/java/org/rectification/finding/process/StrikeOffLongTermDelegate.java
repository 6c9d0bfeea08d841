package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.finding.LongTermReviews;
import org.springframework.stereotype.Component;

/** Strikes a finding off the long-term list (S22). */
@Component
class StrikeOffLongTermDelegate implements JavaDelegate {

    private final LongTermReviews reviews;
    private final CurrentPerson current;

    StrikeOffLongTermDelegate(LongTermReviews reviews, CurrentPerson current) {
        this.reviews = reviews;
        this.current = current;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.strikeOff(current.id(), CaseVariables.findingId(execution));
    }
}
