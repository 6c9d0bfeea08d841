package org.rectification.signoff.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.round.CaseKey;
import org.rectification.signoff.Signatures;
import org.springframework.stereotype.Component;

/** Freezes what was signed (S46). */
@Component
class SealReportsDelegate implements JavaDelegate {

    private final Signatures signatures;

    SealReportsDelegate(Signatures signatures) {
        this.signatures = signatures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        signatures.seal(new CaseKey(CaseVariables.roundId(execution), CaseVariables.organisationId(execution)));
    }
}
