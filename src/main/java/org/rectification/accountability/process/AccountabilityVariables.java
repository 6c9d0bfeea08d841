package org.rectification.accountability.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rectification.engine.CaseVariables;

/** What the accountability process carries besides the ids of its case. */
final class AccountabilityVariables {

    static final String SUGGESTION_ID = "suggestionId";
    static final String TAKEN_UP = "takenUp";

    /** Local to the service tasks of a finding that suggest accountability. */
    static final String TRIGGER = "trigger";

    private AccountabilityVariables() {}

    static String suggestionId(VariableScope scope) {
        return CaseVariables.required(scope, SUGGESTION_ID);
    }
}
