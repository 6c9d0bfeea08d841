package org.rectification.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.consultation.Consultations;
import org.rectification.consultation.MinutesEntry;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The body or the clerk says what came of the talk (S34). */
@Component
class MinuteConsultationListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Consultations consultations;

    MinuteConsultationListener(TaskEntries entries, CurrentPerson person, Consultations consultations) {
        this.entries = entries;
        this.person = person;
        this.consultations = consultations;
    }

    @Override
    public void notify(DelegateTask task) {
        var id = CaseVariables.required(task, ConsultationVariables.CONSULTATION_ID);
        consultations.minute(person.id(), id, entries.read(task, MinutesEntry.class));
    }
}
