package org.rectification.warning.process;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.rectification.deadline.WarningLadder;
import org.rectification.deadline.WarningLadder.Step;
import org.rectification.engine.OwnName;
import org.rectification.warning.Audience;
import org.rectification.warning.LadderRule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision table; the numbers of the ladder are its variables, so that it serves every profile. */
@Component
class EngineLadderRule implements LadderRule {

    private static final String DECISION = "warningLadder";
    private static final String NONE = "NONE";

    private final DecisionService decisions;
    private final OwnName ownName;

    EngineLadderRule(@Lazy DecisionService decisions, OwnName ownName) {
        this.decisions = decisions;
        this.ownName = ownName;
    }

    @Override
    public Optional<Standing> standing(WarningLadder ladder, int daysLeft) {
        var row = ownName.call(() -> decisions
                .evaluateDecisionTableByKey(DECISION, variables(ladder, daysLeft))
                .getSingleResult());
        String step = row.getEntry("step");
        return NONE.equals(step)
                ? Optional.empty()
                : Optional.of(new Standing(Step.valueOf(step), Audience.valueOf(row.getEntry("audience"))));
    }

    private static Map<String, Object> variables(WarningLadder ladder, int daysLeft) {
        var variables = new HashMap<String, Object>();
        variables.put("settled", false);
        variables.put("daysLeft", daysLeft);
        for (var step : Step.values()) {
            variables.put(step.name().toLowerCase(Locale.ROOT) + "From", ladder.daysLeftAt(step));
        }
        return variables;
    }
}
