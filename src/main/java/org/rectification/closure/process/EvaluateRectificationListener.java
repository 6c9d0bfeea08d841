package org.rectification.closure.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.closure.EvaluationEntry;
import org.rectification.closure.Evaluations;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The inspection office enters points and reasons. */
@Component
class EvaluateRectificationListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Evaluations evaluations;

    EvaluateRectificationListener(TaskEntries entries, CurrentPerson person, Evaluations evaluations) {
        this.entries = entries;
        this.person = person;
        this.evaluations = evaluations;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, EvaluationEntry.class);
        evaluations.evaluate(person.id(), ClosureVariables.caseKey(task), entry);
    }
}
