package org.rectification.period.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rectification.engine.CaseVariables;
import org.rectification.round.CaseKey;

/** What the supervised period carries besides the ids of its case. */
final class PeriodVariables {

    static final String REPORT_NUMBER = "reportNumber";
    static final String REPORT_APPROVED = "reportApproved";
    static final String BODY = "body";

    private PeriodVariables() {}

    static CaseKey caseKey(VariableScope scope) {
        return new CaseKey(CaseVariables.roundId(scope), CaseVariables.organisationId(scope));
    }

    /** @throws IllegalStateException when the model forgot it */
    static int reportNumber(VariableScope scope) {
        if (scope.getVariable(REPORT_NUMBER) instanceof Integer number) {
            return number;
        }
        throw new IllegalStateException("the process instance carries no " + REPORT_NUMBER);
    }
}
