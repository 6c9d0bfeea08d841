package org.rectification.hearing.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rectification.engine.CaseVariables;
import org.rectification.round.CaseKey;

/** What the processes of a hearing carry besides the ids of their case. */
final class HearingVariables {

    static final String BODY = "body";
    static final String FOLLOW_UP_ID = "followUpId";
    static final String FOLLOW_UP_ACCEPTED = "followUpAccepted";

    private HearingVariables() {}

    static CaseKey caseKey(VariableScope scope) {
        return new CaseKey(CaseVariables.roundId(scope), CaseVariables.organisationId(scope));
    }
}
