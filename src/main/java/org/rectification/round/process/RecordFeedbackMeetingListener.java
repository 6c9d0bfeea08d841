package org.rectification.round.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.round.CaseKey;
import org.rectification.round.Feedback;
import org.rectification.round.FeedbackMeeting;
import org.springframework.stereotype.Component;

/** The inspection office recorded the feedback meeting (S04). */
@Component
class RecordFeedbackMeetingListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Feedback feedback;

    RecordFeedbackMeetingListener(TaskEntries entries, CurrentPerson person, Feedback feedback) {
        this.entries = entries;
        this.person = person;
        this.feedback = feedback;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, FeedbackMeeting.class);
        feedback.recordMeeting(
                new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task)), entry, person.id());
    }
}
