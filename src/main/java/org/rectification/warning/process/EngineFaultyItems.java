package org.rectification.warning.process;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.rectification.engine.OwnName;
import org.rectification.warning.FaultyItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** One small process instance per warning that failed: the engine tries again, and what stays faulty is an incident. */
@Component
class EngineFaultyItems implements FaultyItems {

    static final String WATCHED_ITEM = "watchedItem";

    private static final String PROCESS = "warningRetry";
    private static final String PUT_ASIDE = "warningRetry.putAside";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final OwnName ownName;

    EngineFaultyItems(@Lazy RuntimeService runtime, @Lazy ManagementService management, OwnName ownName) {
        this.runtime = runtime;
        this.management = management;
        this.ownName = ownName;
    }

    @Override
    public Set<String> tryAgain() {
        return ownName.call(() -> {
            management
                    .createJobQuery()
                    .processDefinitionKey(PROCESS)
                    .noRetriesLeft()
                    .list()
                    .forEach(job -> management.setJobRetries(job.getId(), 1));
            return runtime.createVariableInstanceQuery().variableName(WATCHED_ITEM).list().stream()
                    .map(VariableInstance::getValue)
                    .map(String::valueOf)
                    .collect(Collectors.toSet());
        });
    }

    @Override
    public void add(String key, String label) {
        ownName.call(() -> runtime.createMessageCorrelation(PUT_ASIDE)
                .processInstanceBusinessKey(label)
                .setVariable(WATCHED_ITEM, key)
                .correlateStartMessage());
    }
}
