package org.rectification.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.consultation.AnswerEntry;
import org.rectification.consultation.Consultations;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The body that was asked says yes with a time, or no with a reason (S34). */
@Component
class AnswerConsultationListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Consultations consultations;

    AnswerConsultationListener(TaskEntries entries, CurrentPerson person, Consultations consultations) {
        this.entries = entries;
        this.person = person;
        this.consultations = consultations;
    }

    @Override
    public void notify(DelegateTask task) {
        var id = CaseVariables.required(task, ConsultationVariables.CONSULTATION_ID);
        task.setVariable(
                ConsultationVariables.CONSULTATION_ACCEPTED,
                consultations.answer(person.id(), id, entries.read(task, AnswerEntry.class)));
    }
}
