package org.rectification.round.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.round.Archiving;
import org.rectification.round.Archiving.ArchiveEntry;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** The inspection office confirmed that nothing is missing (S44). */
@Component
class ConfirmArchivingListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Archiving archiving;

    ConfirmArchivingListener(TaskEntries entries, CurrentPerson person, Archiving archiving) {
        this.entries = entries;
        this.person = person;
        this.archiving = archiving;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, ArchiveEntry.class);
        archiving.confirm(
                new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task)), entry, person.id());
    }
}
