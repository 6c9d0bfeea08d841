package org.rectification.closure.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rectification.engine.CaseVariables;
import org.rectification.round.CaseKey;

/** What the closure carries besides the ids of its case: the answers that its gateways ask for, and the grade. */
final class ClosureVariables {

    static final String REPORTS_ACCEPTED = "reportsAccepted";
    static final String PUBLIC_TEXT_APPROVED = "publicTextApproved";
    static final String GRADE = "grade";
    static final String VETOED = "vetoed";

    private ClosureVariables() {}

    static CaseKey caseKey(VariableScope scope) {
        return new CaseKey(CaseVariables.roundId(scope), CaseVariables.organisationId(scope));
    }
}
