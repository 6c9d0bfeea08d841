package org.rectification.meeting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.meeting.MeetingEntry;
import org.rectification.meeting.ThematicMeetings;
import org.springframework.stereotype.Component;

/** A thematic meeting is recorded (S37). */
@Component
class RecordMeetingListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final ThematicMeetings meetings;

    RecordMeetingListener(TaskEntries entries, CurrentPerson person, ThematicMeetings meetings) {
        this.entries = entries;
        this.person = person;
        this.meetings = meetings;
    }

    /** What was done at our own page is in the ledger already; then the application itself lets the task go on. */
    @Override
    public void notify(DelegateTask task) {
        if (!person.id().equals(CurrentPerson.SYSTEM)) {
            meetings.record(
                    person.id(),
                    MeetingVariables.caseKey(task),
                    MeetingVariables.code(task),
                    entries.read(task, MeetingEntry.class));
        }
    }
}
