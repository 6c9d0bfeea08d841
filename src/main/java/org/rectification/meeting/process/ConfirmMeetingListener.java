package org.rectification.meeting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.meeting.MeetingDecision;
import org.rectification.meeting.ThematicMeetings;
import org.springframework.stereotype.Component;

/** The Secretary confirms the record of the township's meeting, or returns it (S37). */
@Component
class ConfirmMeetingListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final ThematicMeetings meetings;

    ConfirmMeetingListener(TaskEntries entries, CurrentPerson person, ThematicMeetings meetings) {
        this.entries = entries;
        this.person = person;
        this.meetings = meetings;
    }

    /** What was done at our own page is in the ledger already; then the application itself lets the task go on. */
    @Override
    public void notify(DelegateTask task) {
        if (!person.id().equals(CurrentPerson.SYSTEM)) {
            meetings.decide(
                    person.id(),
                    MeetingVariables.caseKey(task),
                    MeetingVariables.code(task),
                    entries.read(task, MeetingDecision.class));
        }
    }
}
