package org.rectification.finding.process;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.rectification.engine.OwnName;
import org.rectification.finding.Routes;
import org.rectification.finding.VerifierRule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision table without moving anything. */
@Component
class EngineVerifierRule implements VerifierRule {

    private static final String DECISION = "routeFinding";

    private final DecisionService decisions;
    private final Routes routes;
    private final OwnName ownName;

    EngineVerifierRule(@Lazy DecisionService decisions, Routes routes, OwnName ownName) {
        this.decisions = decisions;
        this.routes = routes;
        this.ownName = ownName;
    }

    @Override
    public String verifier(String findingId) {
        Map<String, Object> asked = Map.of(
                "leaderOffice",
                routes.leaderOffice(findingId),
                "level",
                routes.level(findingId),
                "area",
                routes.area(findingId),
                "sensitive",
                routes.sensitive(findingId));
        return ownName.call(() -> decisions
                .evaluateDecisionTableByKey(DECISION, asked)
                .getSingleResult()
                .getEntry("verifier"));
    }
}
