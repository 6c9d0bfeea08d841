package org.rectification.round.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.round.CaseKey;
import org.rectification.round.Feedback;
import org.rectification.round.FeedbackReceipt;
import org.springframework.stereotype.Component;

/** The Secretary signed for the feedback. */
@Component
class SignForFeedbackListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Feedback feedback;

    SignForFeedbackListener(TaskEntries entries, CurrentPerson person, Feedback feedback) {
        this.entries = entries;
        this.person = person;
        this.feedback = feedback;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, FeedbackReceipt.class);
        feedback.signFor(
                new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task)), entry, person.id());
    }
}
