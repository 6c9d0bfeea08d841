package org.rectification.ledger.process;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.rectification.engine.ActingAs;
import org.rectification.ledger.TaskSubjects;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;

/** Asks the engine which tasks a person may read before saying what they are about. */
@Service
public class SubjectsOfTasks {

    /** Tasklist shows fifteen cards a page. */
    public static final int MOST = 100;

    private final TaskService tasks;
    private final ActingAs actingAs;
    private final TaskSubjects subjects;

    SubjectsOfTasks(TaskService tasks, ActingAs actingAs, TaskSubjects subjects) {
        this.tasks = tasks;
        this.actingAs = actingAs;
        this.subjects = subjects;
    }

    /** @throws Refusal for more tasks than {@link #MOST} */
    public Map<String, String> of(String personId, Collection<String> taskIds) {
        if (taskIds.size() > MOST) {
            throw Refusal.of("ids", "一次最多查询" + MOST + "项任务。");
        }
        if (taskIds.isEmpty()) {
            return Map.of();
        }
        var readable = actingAs.call(
                personId, () -> tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list().stream()
                        .map(Task::getId)
                        .toList());
        return subjects.of(personId, readable);
    }
}
