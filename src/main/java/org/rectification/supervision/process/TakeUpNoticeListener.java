package org.rectification.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.supervision.NoticeChanges;
import org.rectification.supervision.TakeUpEntry;
import org.springframework.stereotype.Component;

/** A county body takes up what a township raised, or gives it back (S36). */
@Component
class TakeUpNoticeListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final NoticeChanges changes;

    TakeUpNoticeListener(TaskEntries entries, CurrentPerson person, NoticeChanges changes) {
        this.entries = entries;
        this.person = person;
        this.changes = changes;
    }

    @Override
    public void notify(DelegateTask task) {
        var id = CaseVariables.required(task, NoticeVariables.NOTICE_ID);
        changes.takeUp(person.id(), id, entries.read(task, TakeUpEntry.class));
    }
}
