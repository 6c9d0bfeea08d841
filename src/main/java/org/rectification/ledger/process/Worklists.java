package org.rectification.ledger.process;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.rectification.engine.ActingAs;
import org.rectification.engine.TaskEntries;
import org.rectification.engine.TaskHands;
import org.rectification.ledger.WorkKind;
import org.rectification.ledger.WorkRow;
import org.rectification.ledger.WorkRows;
import org.rectification.people.Absences;
import org.rectification.people.People;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/**
 * 我的清单: a person's tasks on findings, one list per kind. Rows are read and completed with that person's own rights,
 * through the same gate and the same listeners as in Tasklist; a row is one task and one transaction.
 */
@Service
public class Worklists {

    private final TaskService tasks;
    private final ActingAs actingAs;
    private final IdentityService identity;
    private final Absences absences;
    private final People people;
    private final WorkRows rows;
    private final Clock clock;

    Worklists(
            TaskService tasks,
            ActingAs actingAs,
            IdentityService identity,
            Absences absences,
            People people,
            WorkRows rows,
            Clock clock) {
        this.tasks = tasks;
        this.identity = identity;
        this.actingAs = actingAs;
        this.absences = absences;
        this.people = people;
        this.rows = rows;
        this.clock = clock;
    }

    /** The lists that hold something for the person, in the order of the work. */
    public List<WorkList> of(String personId) {
        var now = clock.instant();
        var byKind = new EnumMap<WorkKind, List<Task>>(WorkKind.class);
        mine(personId, WorkKind.taskKeys()).forEach(task -> byKind.computeIfAbsent(
                        WorkKind.ofTask(task.getTaskDefinitionKey()).orElseThrow(), kind -> new ArrayList<>())
                .add(task));
        return byKind.entrySet().stream()
                .map(entry -> new WorkList(entry.getKey(), entry.getValue().size(), (int) entry.getValue().stream()
                        .filter(task -> overdue(task, now))
                        .count()))
                .toList();
    }

    /** One list, village by village, each in the order of its ledger. */
    public List<WorkRow> rows(String personId, WorkKind kind) {
        var now = clock.instant();
        Map<String, Task> byInstance = mine(personId, kind.taskKey()).stream()
                .collect(Collectors.toMap(Task::getProcessInstanceId, Function.identity(), (one, other) -> one));
        return rows.of(byInstance.keySet()).stream()
                .map(content -> {
                    var task = byInstance.get(content.processInstanceId());
                    return new WorkRow(
                            task.getId(),
                            task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                            overdue(task, now),
                            inPlaceOf(task, personId),
                            content.finding());
                })
                .toList();
    }

    /**
     * Completes one row with what was entered for it.
     *
     * @param entry JSON text
     * @throws org.rectification.refusal.Refusal when the ledger says no; nothing is stored then
     */
    public void complete(String personId, String taskId, String entry) {
        var variables = Map.<String, Object>of(
                TaskEntries.ENTRY, SpinValues.jsonValue(entry).create());
        actingAs.run(personId, () -> tasks.complete(taskId, variables));
    }

    private List<Task> mine(String personId, String... taskKeys) {
        var own = own(personId, taskKeys);
        if (absences.absentees(personId).isEmpty()) {
            return own;
        }
        var all = new ArrayList<>(own);
        all.addAll(inPlaceOfOthers(personId, taskKeys));
        return all;
    }

    /** What lies with somebody absent, in whose place the person acts; taken on, it is among the own already. */
    private List<Task> inPlaceOfOthers(String personId, String... taskKeys) {
        return actingAs.call(personId, () -> tasks
                .createTaskQuery()
                .taskDefinitionKeyIn(taskKeys)
                .taskCandidateUser(personId)
                .includeAssignedTasks()
                .active()
                .orderByDueDate()
                .asc()
                .list()
                .stream()
                .filter(task ->
                        task.getAssignee() != null && !task.getAssignee().equals(personId))
                .toList());
    }

    private List<Task> own(String personId, String... taskKeys) {
        return actingAs.call(personId, () -> {
            // By name: asking the engine for the person's groups is itself subject to the person's rights.
            var groups = identity.getCurrentAuthentication().getGroupIds();
            var mine = tasks.createTaskQuery().taskDefinitionKeyIn(taskKeys);
            mine = groups.isEmpty()
                    ? mine.taskAssignee(personId)
                    : mine.or()
                            .taskAssignee(personId)
                            .taskCandidateGroupIn(groups)
                            .endOr();
            return mine.active().orderByDueDate().asc().list();
        });
    }

    @Nullable private String inPlaceOf(Task task, String personId) {
        var principal = TaskHands.principal(task);
        return principal == null || principal.equals(personId) ? null : people.name(principal);
    }

    private static boolean overdue(Task task, Instant now) {
        return task.getDueDate() != null && task.getDueDate().toInstant().isBefore(now);
    }

    /** @param overdue how many of them are late */
    public record WorkList(WorkKind kind, int count, int overdue) {}
}
