package org.rectification.engine;

import org.camunda.bpm.engine.delegate.VariableScope;

/** The narrow corridor between models and ledger: the few ids that a process instance carries. */
public final class CaseVariables {

    public static final String ROUND_ID = "roundId";
    public static final String ORGANISATION_ID = "organisationId";
    public static final String SUB_LEDGER_ID = "subLedgerId";
    public static final String FINDING_ID = "findingId";

    private CaseVariables() {}

    public static String roundId(VariableScope scope) {
        return required(scope, ROUND_ID);
    }

    public static String organisationId(VariableScope scope) {
        return required(scope, ORGANISATION_ID);
    }

    public static String subLedgerId(VariableScope scope) {
        return required(scope, SUB_LEDGER_ID);
    }

    public static String findingId(VariableScope scope) {
        return required(scope, FINDING_ID);
    }

    /** @throws IllegalStateException when the model forgot to hand it over: a mistake of ours, never a person's */
    public static String required(VariableScope scope, String name) {
        if (scope.getVariable(name) instanceof String value && !value.isBlank()) {
            return value;
        }
        throw new IllegalStateException("the process instance carries no " + name);
    }
}
