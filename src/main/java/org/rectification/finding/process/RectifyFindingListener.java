package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.FindingWork;
import org.rectification.finding.WorkEntry;
import org.springframework.stereotype.Component;

/** Hands a reported result to the ledger. */
@Component
class RectifyFindingListener implements TaskListener {

    private final FindingWork work;
    private final TaskEntries entries;
    private final CurrentPerson current;

    RectifyFindingListener(FindingWork work, TaskEntries entries, CurrentPerson current) {
        this.work = work;
        this.entries = entries;
        this.current = current;
    }

    @Override
    public void notify(DelegateTask task) {
        work.report(current.id(), CaseVariables.findingId(task), entries.read(task, WorkEntry.class));
    }
}
