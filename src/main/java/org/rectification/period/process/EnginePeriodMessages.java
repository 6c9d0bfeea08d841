package org.rectification.period.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.period.PeriodMessages;
import org.rectification.round.CaseKey;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the running process of a case; the service has decided, so the engine asks nobody's rights a second time. */
@Component
class EnginePeriodMessages implements PeriodMessages {

    static final String SIGN_OFF_REQUESTED = "periodSupervision.signOffRequested";
    static final String REPORTING_ENDED = "periodSupervision.reportingEnded";

    private final RuntimeService runtime;
    private final OwnName ownName;

    EnginePeriodMessages(@Lazy RuntimeService runtime, OwnName ownName) {
        this.runtime = runtime;
        this.ownName = ownName;
    }

    @Override
    public boolean requestSignOff(CaseKey key) {
        return correlated(SIGN_OFF_REQUESTED, key);
    }

    @Override
    public void endReporting(CaseKey key) {
        correlated(REPORTING_ENDED, key);
    }

    private boolean correlated(String message, CaseKey key) {
        return ownName.call(
                () -> !message(message, key).correlateAllWithResult().isEmpty());
    }

    private MessageCorrelationBuilder message(String message, CaseKey key) {
        return runtime.createMessageCorrelation(message)
                .processInstanceVariableEquals(CaseVariables.ROUND_ID, key.roundId())
                .processInstanceVariableEquals(CaseVariables.ORGANISATION_ID, key.organisationId());
    }
}
