package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.VerificationWork;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands the inspection office's consent to the ledger. */
@Component
class ConsentLongTermListener implements TaskListener {

    private final VerificationWork work;
    private final TaskEntries entries;
    private final CurrentPerson current;

    ConsentLongTermListener(VerificationWork work, TaskEntries entries, CurrentPerson current) {
        this.work = work;
        this.entries = entries;
        this.current = current;
    }

    record Entry(Answer answer, @Nullable String reason) {}

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, Entry.class);
        work.consent(current.id(), CaseVariables.findingId(task), Answer.agrees(entry.answer()), entry.reason());
    }
}
