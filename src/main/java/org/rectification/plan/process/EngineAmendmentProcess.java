package org.rectification.plan.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.plan.AmendmentProcess;
import org.rectification.round.CaseKey;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts the process of an amendment in the application's own name: whether the person may propose it is decided before. */
@Component
class EngineAmendmentProcess implements AmendmentProcess {

    static final String KEY = "planAmendment";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final OwnName ownName;

    EngineAmendmentProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, OwnName ownName) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.ownName = ownName;
    }

    @Override
    public Started start(String amendmentId, CaseKey key) {
        var instance = ownName.call(() -> runtime.createProcessInstanceByKey(KEY)
                .setVariables(Map.of(
                        AmendmentVariables.AMENDMENT_ID,
                        amendmentId,
                        CaseVariables.ROUND_ID,
                        key.roundId(),
                        CaseVariables.ORGANISATION_ID,
                        key.organisationId()))
                .execute());
        return new Started(instance.getProcessInstanceId(), instance.getProcessDefinitionId());
    }

    @Override
    public Optional<String> taskOf(String amendmentId, String personId) {
        return ownName.call(() -> tasks
                .createTaskQuery()
                .processVariableValueEquals(AmendmentVariables.AMENDMENT_ID, amendmentId)
                .taskAssignee(personId)
                .list()
                .stream()
                .map(Task::getId)
                .findFirst());
    }
}
