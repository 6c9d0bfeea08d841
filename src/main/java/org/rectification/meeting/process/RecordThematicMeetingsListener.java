package org.rectification.meeting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.meeting.MeetingsEntry;
import org.rectification.meeting.ThematicMeetings;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** The clerk records the thematic meetings of township and villages (S37). */
@Component
class RecordThematicMeetingsListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final ThematicMeetings meetings;

    RecordThematicMeetingsListener(TaskEntries entries, CurrentPerson person, ThematicMeetings meetings) {
        this.entries = entries;
        this.person = person;
        this.meetings = meetings;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, MeetingsEntry.class);
        meetings.record(
                person.id(), new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task)), entry);
    }
}
