package org.rectification.consultation.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.rectification.consultation.ConsultationProcess;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.round.CaseKey;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts the process in the application's own name: whether the person may ask is decided before. */
@Component
class EngineConsultationProcess implements ConsultationProcess {

    static final String REQUESTED = "consultation.talkRequested";

    private final RuntimeService runtime;
    private final OwnName ownName;

    EngineConsultationProcess(@Lazy RuntimeService runtime, OwnName ownName) {
        this.runtime = runtime;
        this.ownName = ownName;
    }

    @Override
    public String requested(CaseKey key, String consultationId) {
        return ownName.call(() -> runtime.createMessageCorrelation(REQUESTED)
                .setVariables(Map.of(
                        CaseVariables.ROUND_ID, key.roundId(),
                        CaseVariables.ORGANISATION_ID, key.organisationId(),
                        ConsultationVariables.CONSULTATION_ID, consultationId))
                .correlateStartMessage()
                .getProcessInstanceId());
    }
}
