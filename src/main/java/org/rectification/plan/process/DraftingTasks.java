package org.rectification.plan.process;

import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.engine.TaskHands;
import org.rectification.plan.LinesMoved;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The drafting task follows the lines, with the name under which it is handed in. */
@Component
class DraftingTasks {

    private static final String DRAFTING = "userTask_draftPlanLines";
    private static final String DRAFTER = "drafterId";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final TaskHands hands;
    private final OwnName ownName;

    DraftingTasks(@Lazy TaskService tasks, @Lazy RuntimeService runtime, TaskHands hands, OwnName ownName) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.hands = hands;
        this.ownName = ownName;
    }

    @EventListener
    void follow(LinesMoved event) {
        ownName.run(() ->
                tasks.createTaskQuery().taskDefinitionKey(DRAFTING).tenantIdIn(event.organisationId()).list().stream()
                        .filter(task -> Objects.equals(event.from(), TaskHands.principal(task))
                                && event.rounds()
                                        .contains(runtime.getVariable(task.getExecutionId(), CaseVariables.ROUND_ID)))
                        .forEach(task -> {
                            runtime.setVariableLocal(task.getExecutionId(), DRAFTER, event.to());
                            hands.move(task.getId(), event.to());
                        }));
    }
}
