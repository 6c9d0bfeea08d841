package org.rectification.period.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.period.MeetingsEntry;
import org.rectification.period.ThematicMeetings;
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
        meetings.record(person.id(), PeriodVariables.caseKey(task), entry);
    }
}
