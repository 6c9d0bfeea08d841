package org.rectification.people.process;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.engine.TaskHands;
import org.rectification.people.SubstituteTasks;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Substitution in the engine: one small instance per substitution, and candidates at single tasks. */
@Component
class EngineSubstituteDesk implements SubstituteTasks {

    static final String SUBSTITUTION_ID = "substitutionId";
    private static final String KEY = "substitution";
    private static final String WITHDRAWN = "substitution.withdrawn";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final TaskHands hands;
    private final ConfidentialTasks confidential;
    private final OwnName ownName;

    EngineSubstituteDesk(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            TaskHands hands,
            ConfidentialTasks confidential,
            OwnName ownName) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.hands = hands;
        this.confidential = confidential;
        this.ownName = ownName;
    }

    @Override
    public String watch(String substitutionId, String organisationId) {
        var variables = new HashMap<String, Object>();
        variables.put(SUBSTITUTION_ID, substitutionId);
        if (organisationId != null) {
            variables.put(CaseVariables.ORGANISATION_ID, organisationId);
        }
        return ownName.call(
                () -> runtime.startProcessInstanceByKey(KEY, variables).getId());
    }

    @Override
    public void withdrawn(String processInstanceId) {
        ownName.run(() -> runtime.createMessageCorrelation(WITHDRAWN)
                .processInstanceId(processInstanceId)
                .correlateAll());
    }

    @Override
    public void share(String absent, String substitute) {
        ownName.run(() -> {
            var offered = tasks.createTaskQuery().taskCandidateUser(substitute).includeAssignedTasks().list().stream()
                    .map(Task::getId)
                    .collect(Collectors.toSet());
            of(absent).stream()
                    .filter(task -> !offered.contains(task.getId()))
                    .filter(task -> !PersonalTasks.include(task.getTaskDefinitionKey()) && mayBeShown(task))
                    .forEach(task -> tasks.addCandidateUser(task.getId(), substitute));
        });
    }

    private boolean mayBeShown(Task task) {
        return !(runtime.getVariable(task.getExecutionId(), CaseVariables.FINDING_ID) instanceof String finding)
                || !confidential.confidential(finding);
    }

    @Override
    public void takeBack(String absent, String substitute) {
        ownName.run(() -> of(absent).forEach(task -> {
            if (substitute.equals(task.getAssignee())) {
                hands.giveBack(task.getId());
            }
            tasks.deleteCandidateUser(task.getId(), substitute);
        }));
    }

    /** In the person's own hands, or taken on by the substitute. */
    private List<Task> of(String absent) {
        var all = new java.util.ArrayList<>(
                tasks.createTaskQuery().taskAssignee(absent).list());
        all.addAll(tasks.createTaskQuery().taskOwner(absent).list());
        return all;
    }
}
