package org.rectification.people.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.people.Handovers;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Whoever hands over has confirmed. */
@Component
class ConfirmHandingOverListener implements TaskListener {

    private final Handovers handovers;
    private final TaskEntries entries;
    private final CurrentPerson current;

    ConfirmHandingOverListener(Handovers handovers, TaskEntries entries, CurrentPerson current) {
        this.handovers = handovers;
        this.entries = entries;
        this.current = current;
    }

    record Entry(@Nullable Boolean confirmed, @Nullable String remark) {}

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, Entry.class);
        var id = CaseVariables.required(task, EngineHandoverProcess.HANDOVER_ID);
        handovers.confirmHandingOver(current.id(), id, Boolean.TRUE.equals(entry.confirmed()), entry.remark());
    }
}
