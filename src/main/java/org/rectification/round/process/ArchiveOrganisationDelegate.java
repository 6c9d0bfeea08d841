package org.rectification.round.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.round.Archiving;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** Puts a complete case away. */
@Component
class ArchiveOrganisationDelegate implements JavaDelegate {

    private final Archiving archiving;
    private final CurrentPerson person;

    ArchiveOrganisationDelegate(Archiving archiving, CurrentPerson person) {
        this.archiving = archiving;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = new CaseKey(CaseVariables.roundId(execution), CaseVariables.organisationId(execution));
        archiving.archive(key, person.id());
    }
}
