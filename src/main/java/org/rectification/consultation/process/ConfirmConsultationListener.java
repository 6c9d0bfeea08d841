package org.rectification.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.consultation.ConfirmationEntry;
import org.rectification.consultation.Consultations;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The body confirms the minutes, which attaches them to the findings (S34). */
@Component
class ConfirmConsultationListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Consultations consultations;

    ConfirmConsultationListener(TaskEntries entries, CurrentPerson person, Consultations consultations) {
        this.entries = entries;
        this.person = person;
        this.consultations = consultations;
    }

    @Override
    public void notify(DelegateTask task) {
        var id = CaseVariables.required(task, ConsultationVariables.CONSULTATION_ID);
        task.setVariable(
                ConsultationVariables.MINUTES_CONFIRMED,
                consultations.confirm(person.id(), id, entries.read(task, ConfirmationEntry.class)));
    }
}
