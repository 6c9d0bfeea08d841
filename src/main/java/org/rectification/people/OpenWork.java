package org.rectification.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.rectification.engine.OwnName;
import org.rectification.engine.TaskHands;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person would leave behind: open tasks by name, and findings that are not settled. */
@Component
class OpenWork {

    private final TaskService tasks;
    private final OwnName ownName;
    private final JdbcClient jdbc;

    OpenWork(@Lazy TaskService tasks, OwnName ownName, JdbcClient jdbc) {
        this.tasks = tasks;
        this.ownName = ownName;
        this.jdbc = jdbc;
    }

    /** In the person's hands, or taken on by the substitute. */
    List<Task> tasks(String personId) {
        return ownName.call(() -> {
            var all = new ArrayList<>(
                    tasks.createTaskQuery().taskAssignee(personId).list());
            all.addAll(tasks.createTaskQuery().taskOwner(personId).list());
            all.removeIf(task -> !personId.equals(TaskHands.principal(task)));
            return all;
        });
    }

    List<FindingInHand> findings(String personId) {
        return jdbc.sql(
                        """
                        select f.id, f.number, f.title, f.responsible_leader = :person as leads,
                               f.responsible_person = :person as answers
                          from rectification.finding f
                         where :person in (f.responsible_leader, f.responsible_person)
                           and f.state not in ('STRUCK_OFF', 'LONG_TERM') order by f.due_on, f.id""")
                .param("person", personId)
                .query(FindingInHand.class)
                .list();
    }

    /** One clause for a sentence, such as 待办3项(审核整改结果2项、…)、未办结问题5个; empty when nothing is open. */
    String inWords(String personId) {
        var parts = new ArrayList<String>();
        var open = tasks(personId);
        if (!open.isEmpty()) {
            parts.add("待办" + open.size() + "项（"
                    + open.stream()
                            .collect(
                                    Collectors.groupingBy(Task::getName, java.util.TreeMap::new, Collectors.counting()))
                            .entrySet()
                            .stream()
                            .map(entry -> entry.getKey() + entry.getValue() + "项")
                            .collect(Collectors.joining("、"))
                    + "）");
        }
        var findings = findings(personId);
        if (!findings.isEmpty()) {
            parts.add("未办结问题" + findings.size() + "个");
        }
        return String.join("、", parts);
    }

    record FindingInHand(String id, String number, String title, boolean leads, boolean answers) {}
}
