package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.VerificationWork;
import org.rectification.finding.VerificationWork.VerdictEntry;
import org.springframework.stereotype.Component;

/** Hands the verdict to the ledger. */
@Component
class VerifyFindingListener implements TaskListener {

    private final VerificationWork work;
    private final TaskEntries entries;
    private final CurrentPerson current;

    VerifyFindingListener(VerificationWork work, TaskEntries entries, CurrentPerson current) {
        this.work = work;
        this.entries = entries;
        this.current = current;
    }

    @Override
    public void notify(DelegateTask task) {
        work.verify(current.id(), CaseVariables.findingId(task), entries.read(task, VerdictEntry.class));
    }
}
