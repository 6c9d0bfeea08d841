package org.rectification.meeting.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.engine.TaskEntries;
import org.rectification.meeting.MeetingTasks;
import org.rectification.meeting.ThematicMeetings;
import org.rectification.round.CaseKey;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Completes, in the application's own name, what was done at one of our pages. */
@Component
class EngineMeetingTasks implements MeetingTasks {

    private static final String[] OF_TOWN = {
        "userTask_recordMeetingOfTown", "userTask_confirmMeetingOfTown", "userTask_judgeReasonOfTown"
    };
    private static final String[] OF_VILLAGE = {"userTask_recordMeetingOfVillage", "userTask_judgeReasonOfVillage"};
    private static final String WRITE = "userTask_writeComparison";

    private final TaskService tasks;
    private final TaskEntries entries;
    private final OwnName ownName;

    EngineMeetingTasks(@Lazy TaskService tasks, TaskEntries entries, OwnName ownName) {
        this.tasks = tasks;
        this.entries = entries;
        this.ownName = ownName;
    }

    @Override
    public void done(CaseKey key, String code) {
        var town = ThematicMeetings.TOWN.equals(code);
        ownName.run(() -> tasks
                .createTaskQuery()
                .taskDefinitionKeyIn(town ? OF_TOWN : OF_VILLAGE)
                .processVariableValueEquals(CaseVariables.ROUND_ID, key.roundId())
                .processVariableValueEquals(CaseVariables.ORGANISATION_ID, key.organisationId())
                .list()
                .stream()
                .filter(task -> town || Objects.equals(code, variable(task, MeetingVariables.VILLAGE_CODE)))
                .map(Task::getId)
                .forEach(this::complete));
    }

    @Override
    public void written(String comparisonId) {
        ownName.run(() -> open(WRITE).stream()
                .filter(task -> comparisonId.equals(variable(task, MeetingVariables.COMPARISON_ID)))
                .map(Task::getId)
                .forEach(this::complete));
    }

    private List<Task> open(String key) {
        return tasks.createTaskQuery().taskDefinitionKey(key).list();
    }

    private Object variable(Task task, String name) {
        return tasks.getVariable(task.getId(), name);
    }

    private void complete(String taskId) {
        tasks.complete(taskId, java.util.Map.of(TaskEntries.ENTRY, entries.blank()));
    }
}
