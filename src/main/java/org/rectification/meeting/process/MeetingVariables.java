package org.rectification.meeting.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rectification.engine.CaseVariables;
import org.rectification.meeting.ThematicMeetings;
import org.rectification.round.CaseKey;

/** What the thematic meetings carry besides the ids of their case. */
final class MeetingVariables {

    static final String VILLAGE_CODE = "villageCode";
    static final String COMPARISON_ID = "comparisonId";

    private MeetingVariables() {}

    static CaseKey caseKey(VariableScope scope) {
        return new CaseKey(CaseVariables.roundId(scope), CaseVariables.organisationId(scope));
    }

    /** Which meeting it is about: a village's, or where none is named the township's. */
    static String code(VariableScope scope) {
        return scope.getVariable(VILLAGE_CODE) instanceof String village ? village : ThematicMeetings.TOWN;
    }
}
