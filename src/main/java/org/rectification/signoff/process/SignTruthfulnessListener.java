package org.rectification.signoff.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.round.CaseKey;
import org.rectification.signoff.SignatureEntry;
import org.rectification.signoff.Signatures;
import org.springframework.stereotype.Component;

/** The Secretary signs for the truthfulness of the rectification, or returns the reports (S46). */
@Component
class SignTruthfulnessListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Signatures signatures;

    SignTruthfulnessListener(TaskEntries entries, CurrentPerson person, Signatures signatures) {
        this.entries = entries;
        this.person = person;
        this.signatures = signatures;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task));
        var signed = signatures.decide(person.id(), key, entries.read(task, SignatureEntry.class));
        task.setVariable("reportsSigned", signed);
    }
}
