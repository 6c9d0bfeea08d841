package org.rectification.closure.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.closure.ReportReviews;
import org.rectification.closure.ReviewEntry;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The inspection office records the joint review. */
@Component
class ReviewReportsListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final ReportReviews reviews;

    ReviewReportsListener(TaskEntries entries, CurrentPerson person, ReportReviews reviews) {
        this.entries = entries;
        this.person = person;
        this.reviews = reviews;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, ReviewEntry.class);
        task.setVariable(
                ClosureVariables.REPORTS_ACCEPTED, reviews.review(person.id(), ClosureVariables.caseKey(task), entry));
    }
}
