package org.rectification.finding.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.Extensions;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands the decision about an extension to the ledger. */
@Component
class DecideExtensionListener implements TaskListener {

    private final Extensions extensions;
    private final TaskEntries entries;
    private final CurrentPerson current;

    DecideExtensionListener(Extensions extensions, TaskEntries entries, CurrentPerson current) {
        this.extensions = extensions;
        this.entries = entries;
        this.current = current;
    }

    record Entry(
            Answer answer, @Nullable String reason, @Nullable LocalDate recordedOn, @Nullable String recordNumber) {}

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, Entry.class);
        extensions.decide(
                current.id(),
                CaseVariables.findingId(task),
                new Extensions.Decision(
                        Answer.agrees(entry.answer()), entry.reason(), entry.recordedOn(), entry.recordNumber()));
    }
}
