package org.rectification.accountability.process;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.rectification.accountability.SuggestionProcess;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Starts the process of a suggestion in the application's own name: whether the person may raise one is decided before,
 * and the watch over findings is nobody's.
 */
@Component
class EngineSuggestionProcess implements SuggestionProcess {

    static final String KEY = "accountability";
    static final String SUGGESTION_RAISED = "accountability.suggestionRaised";

    private final RuntimeService runtime;
    private final OwnName ownName;

    EngineSuggestionProcess(@Lazy RuntimeService runtime, OwnName ownName) {
        this.runtime = runtime;
        this.ownName = ownName;
    }

    @Override
    public Started raised(String suggestionId, String roundId, String organisationId) {
        return inOwnName(() -> runtime.createMessageCorrelation(SUGGESTION_RAISED)
                .setVariables(variables(suggestionId, roundId, organisationId))
                .correlateStartMessage());
    }

    @Override
    public Started byHand(String suggestionId, String roundId, String organisationId) {
        return inOwnName(() -> runtime.createProcessInstanceByKey(KEY)
                .setVariables(variables(suggestionId, roundId, organisationId))
                .execute());
    }

    private Started inOwnName(Supplier<ProcessInstance> start) {
        var instance = ownName.call(start);
        return new Started(instance.getProcessInstanceId(), instance.getProcessDefinitionId());
    }

    private static Map<String, Object> variables(String suggestionId, String roundId, String organisationId) {
        return Map.of(
                AccountabilityVariables.SUGGESTION_ID,
                suggestionId,
                CaseVariables.ROUND_ID,
                roundId,
                CaseVariables.ORGANISATION_ID,
                organisationId);
    }
}
