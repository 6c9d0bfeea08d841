package org.rectification.people.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.people.HandoverProcess;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts the process in which both confirm, in the organisation's own tenant. */
@Component
class EngineHandoverProcess implements HandoverProcess {

    static final String HANDOVER_ID = "handoverId";
    private static final String KEY = "officeHandover";

    private final RuntimeService runtime;
    private final OwnName ownName;

    EngineHandoverProcess(@Lazy RuntimeService runtime, OwnName ownName) {
        this.runtime = runtime;
        this.ownName = ownName;
    }

    @Override
    public String start(String handoverId, String organisationId) {
        return ownName.call(() -> runtime.startProcessInstanceByKey(
                        KEY, Map.of(HANDOVER_ID, handoverId, CaseVariables.ORGANISATION_ID, organisationId))
                .getId());
    }
}
