package org.rectification.people.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.people.Handovers;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The signed sheet of whoever has left is recorded (纸面). */
@Component
class RecordHandingOverListener implements TaskListener {

    private final Handovers handovers;
    private final TaskEntries entries;
    private final CurrentPerson current;

    RecordHandingOverListener(Handovers handovers, TaskEntries entries, CurrentPerson current) {
        this.handovers = handovers;
        this.entries = entries;
        this.current = current;
    }

    record Entry(@Nullable String paperPerson, @Nullable LocalDate paperOn, @Nullable String sheetFile) {}

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, Entry.class);
        var id = CaseVariables.required(task, EngineHandoverProcess.HANDOVER_ID);
        handovers.recordHandingOver(current.id(), id, entry.paperPerson(), entry.paperOn(), entry.sheetFile());
    }
}
