package org.rectification.hearing.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rectification.engine.CaseVariables;
import org.rectification.round.CaseKey;

/** What the process of a hearing carries besides the ids of its case. */
final class HearingVariables {

    static final String PROGRESS_ADVICE = "progressAdvice";

    private HearingVariables() {}

    static CaseKey caseKey(VariableScope scope) {
        return new CaseKey(CaseVariables.roundId(scope), CaseVariables.organisationId(scope));
    }
}
