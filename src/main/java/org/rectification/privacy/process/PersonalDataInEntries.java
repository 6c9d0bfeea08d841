package org.rectification.privacy.process;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.EntryCheck;
import org.rectification.privacy.PersonalDataGuard;
import org.springframework.stereotype.Component;

/** Every entry of every task, whichever door completed it. */
@Component
class PersonalDataInEntries implements EntryCheck {

    private final PersonalDataGuard guard;
    private final CurrentPerson current;

    PersonalDataInEntries(PersonalDataGuard guard, CurrentPerson current) {
        this.guard = guard;
        this.current = current;
    }

    @Override
    public void check(DelegateTask task, JsonNode entry) {
        guard.check(
                current.id(),
                (String) task.getVariable(CaseVariables.ROUND_ID),
                (String) task.getVariable(CaseVariables.ORGANISATION_ID),
                (String) task.getVariable(CaseVariables.FINDING_ID),
                entry);
    }
}
