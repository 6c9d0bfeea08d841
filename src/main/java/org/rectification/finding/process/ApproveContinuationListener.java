package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.Continuations;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands the decision about the new date to the ledger. */
@Component
class ApproveContinuationListener implements TaskListener {

    private final Continuations continuations;
    private final TaskEntries entries;
    private final CurrentPerson current;

    ApproveContinuationListener(Continuations continuations, TaskEntries entries, CurrentPerson current) {
        this.continuations = continuations;
        this.entries = entries;
        this.current = current;
    }

    record Entry(Answer answer, @Nullable String reason) {}

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, Entry.class);
        continuations.decide(
                current.id(), CaseVariables.findingId(task), Answer.agrees(entry.answer()), entry.reason());
    }
}
