package org.rectification.plan.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rectification.engine.CaseVariables;

/** The one variable that an amendment's process carries besides those of its case. */
final class AmendmentVariables {

    static final String AMENDMENT_ID = "amendmentId";

    private AmendmentVariables() {}

    static String amendmentId(VariableScope scope) {
        return CaseVariables.required(scope, AMENDMENT_ID);
    }
}
