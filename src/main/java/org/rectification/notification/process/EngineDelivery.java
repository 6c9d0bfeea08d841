package org.rectification.notification.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.rectification.engine.OwnName;
import org.rectification.notification.Delivery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * One small process instance per message, started in the writer's transaction: the engine tries again, and what does not
 * go out becomes an incident that supervisors see, without ever holding up the case.
 */
@Component
class EngineDelivery implements Delivery {

    static final String MESSAGE_WRITTEN = "notification.messageWritten";
    static final String MESSAGE_ID = "messageId";

    private final RuntimeService runtime;
    private final OwnName ownName;

    EngineDelivery(@Lazy RuntimeService runtime, OwnName ownName) {
        this.runtime = runtime;
        this.ownName = ownName;
    }

    @Override
    public void begin(List<String> messageIds) {
        messageIds.forEach(id -> ownName.call(() -> runtime.createMessageCorrelation(MESSAGE_WRITTEN)
                .setVariable(MESSAGE_ID, id)
                .correlateStartMessage()));
    }
}
