package org.rectification.people.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.people.Handovers;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Whoever takes over has answered. */
@Component
class ConfirmTakingOverListener implements TaskListener {

    private final Handovers handovers;
    private final TaskEntries entries;
    private final CurrentPerson current;

    ConfirmTakingOverListener(Handovers handovers, TaskEntries entries, CurrentPerson current) {
        this.handovers = handovers;
        this.entries = entries;
        this.current = current;
    }

    record Entry(@Nullable String answer, @Nullable String reason) {}

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, Entry.class);
        var id = CaseVariables.required(task, EngineHandoverProcess.HANDOVER_ID);
        handovers.confirmTakingOver(current.id(), id, entry.answer(), entry.reason());
    }
}
