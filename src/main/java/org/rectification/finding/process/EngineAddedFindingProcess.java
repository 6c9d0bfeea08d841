package org.rectification.finding.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.finding.AddedFindingProcess;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Starts the list of an added finding as an instance of its own: the lists that run already keep the findings they began
 * with. In the application's own name, because whether the person may add it was decided before.
 */
@Component
class EngineAddedFindingProcess implements AddedFindingProcess {

    static final String KEY = "subLedger";

    private final RuntimeService runtime;
    private final OwnName ownName;

    EngineAddedFindingProcess(@Lazy RuntimeService runtime, OwnName ownName) {
        this.runtime = runtime;
        this.ownName = ownName;
    }

    @Override
    public void start(String roundId, String organisationId, String subLedgerId) {
        ownName.call(() -> runtime.startProcessInstanceByKey(
                KEY,
                Map.of(
                        CaseVariables.ROUND_ID,
                        roundId,
                        CaseVariables.ORGANISATION_ID,
                        organisationId,
                        CaseVariables.SUB_LEDGER_ID,
                        subLedgerId)));
    }
}
