package org.rectification.finding.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.finding.FindingInstances;
import org.rectification.finding.FindingProcesses;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the engine in the application's own name: whether a person may is decided before. */
@Component
class EngineFindingProcesses implements FindingProcesses {

    static final String EXTENSION_REQUESTED = "findingRectification.extensionRequested";
    static final String PLAN_ISSUED = "findingRectification.planIssued";
    static final String LONG_TERM_REGISTERED = "longTermFollowUp.longTermRegistered";

    private final RuntimeService runtime;
    private final FindingInstances instances;
    private final OwnName ownName;

    EngineFindingProcesses(@Lazy RuntimeService runtime, FindingInstances instances, OwnName ownName) {
        this.runtime = runtime;
        this.instances = instances;
        this.ownName = ownName;
    }

    @Override
    public boolean extensionRequested(String findingId) {
        return ownName.call(() -> instances.of(List.of(findingId)).stream()
                .anyMatch(instance -> !runtime.createMessageCorrelation(EXTENSION_REQUESTED)
                        .processInstanceId(instance.processInstanceId())
                        .correlateAllWithResult()
                        .isEmpty()));
    }

    @Override
    public void planIssued(String findingId) {
        ownName.run(
                () -> instances.of(List.of(findingId)).forEach(instance -> runtime.createMessageCorrelation(PLAN_ISSUED)
                        .processInstanceId(instance.processInstanceId())
                        .correlateAll()));
    }

    @Override
    public void longTermRegistered(String roundId, String organisationId, String findingId) {
        ownName.call(() -> runtime.createMessageCorrelation(LONG_TERM_REGISTERED)
                .setVariables(Map.of(
                        CaseVariables.ROUND_ID, roundId,
                        CaseVariables.ORGANISATION_ID, organisationId,
                        CaseVariables.FINDING_ID, findingId))
                .correlateStartMessage());
    }
}
