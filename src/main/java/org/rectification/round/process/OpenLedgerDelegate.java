package org.rectification.round.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.round.CaseKey;
import org.rectification.round.Feedback;
import org.springframework.stereotype.Component;

/** Opens the ledger of a case: its findings get their owners (S16, S24). */
@Component
class OpenLedgerDelegate implements JavaDelegate {

    private final Feedback feedback;
    private final CurrentPerson person;

    OpenLedgerDelegate(Feedback feedback, CurrentPerson person) {
        this.feedback = feedback;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = new CaseKey(CaseVariables.roundId(execution), CaseVariables.organisationId(execution));
        feedback.openLedger(key, person.id());
    }
}
