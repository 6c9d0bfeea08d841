package org.rectification.accountability.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.accountability.FindingTriggers;
import org.rectification.accountability.Trigger;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.springframework.stereotype.Component;

/** A finding's own process noticed something; safe to repeat. */
@Component
class SuggestAccountabilityDelegate implements JavaDelegate {

    private final FindingTriggers triggers;
    private final CurrentPerson current;

    SuggestAccountabilityDelegate(FindingTriggers triggers, CurrentPerson current) {
        this.triggers = triggers;
        this.current = current;
    }

    @Override
    public void execute(DelegateExecution execution) {
        triggers.suggest(
                current.id(),
                CaseVariables.findingId(execution),
                Trigger.valueOf(CaseVariables.required(execution, AccountabilityVariables.TRIGGER)));
    }
}
