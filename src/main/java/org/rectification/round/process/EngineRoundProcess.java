package org.rectification.round.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.round.RoundProcess;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Starts a round in the application's own name: the person's right to do so was checked by the registration, and the
 * gate lets nobody start a round past it.
 */
@Component
class EngineRoundProcess implements RoundProcess {

    private final RuntimeService runtime;
    private final OwnName ownName;

    EngineRoundProcess(@Lazy RuntimeService runtime, OwnName ownName) {
        this.runtime = runtime;
        this.ownName = ownName;
    }

    @Override
    public Started start(String roundId, String businessKey) {
        return ownName.call(() -> {
            var instance = runtime.createProcessInstanceByKey(KEY)
                    .businessKey(businessKey)
                    .setVariable(CaseVariables.ROUND_ID, roundId)
                    .execute();
            return new Started(instance.getProcessInstanceId(), instance.getProcessDefinitionId());
        });
    }
}
