package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.finding.FindingWarnings;
import org.springframework.stereotype.Component;

/** Tells the Secretary about a third return or a false claim (S31). */
@Component
class AlertSecretaryDelegate implements JavaDelegate {

    private final FindingWarnings warnings;

    AlertSecretaryDelegate(FindingWarnings warnings) {
        this.warnings = warnings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        warnings.alertSecretary(CaseVariables.findingId(execution));
    }
}
