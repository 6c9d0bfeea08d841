package org.rectification.finding.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.Continuations;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands the clerk's proposal of a new date to the ledger. */
@Component
class ContinueFindingListener implements TaskListener {

    private final Continuations continuations;
    private final TaskEntries entries;
    private final CurrentPerson current;

    ContinueFindingListener(Continuations continuations, TaskEntries entries, CurrentPerson current) {
        this.continuations = continuations;
        this.entries = entries;
        this.current = current;
    }

    record Entry(@Nullable String reason, @Nullable LocalDate newDueOn) {}

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, Entry.class);
        continuations.propose(current.id(), CaseVariables.findingId(task), entry.reason(), entry.newDueOn());
    }
}
