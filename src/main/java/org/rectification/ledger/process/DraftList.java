package org.rectification.ledger.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.rectification.engine.ActingAs;
import org.rectification.people.Absences;
import org.rectification.plan.PlanLineView;
import org.rectification.plan.PlanLines;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The drafting list: the plan lines that a person may write now, and the tasks that are done when every line is. Lines
 * are saved one by one through the plan's own door; here they are only laid out.
 */
@Service
public class DraftList {

    private static final String DRAFTING = "userTask_draftPlanLines";
    private static final String COMPLETING = "userTask_completePlanLines";

    private final TaskService tasks;
    private final ActingAs actingAs;
    private final PlanLines lines;
    private final Absences absences;
    private final JdbcClient jdbc;

    DraftList(TaskService tasks, ActingAs actingAs, PlanLines lines, Absences absences, JdbcClient jdbc) {
        this.tasks = tasks;
        this.actingAs = actingAs;
        this.lines = lines;
        this.absences = absences;
        this.jdbc = jdbc;
    }

    /** Lines of plans that are still open; whoever only completes what others left sees what is missing. */
    public Content of(String personId) {
        var absentees = absences.absentees(personId);
        var mine = new ArrayList<>(actingAs.call(personId, () -> tasks.createTaskQuery()
                .taskAssignee(personId)
                .taskDefinitionKeyIn(DRAFTING, COMPLETING)
                .list()));
        if (!absentees.isEmpty()) {
            mine.addAll(actingAs.call(personId, () -> tasks.createTaskQuery()
                    .taskCandidateUser(personId)
                    .includeAssignedTasks()
                    .taskDefinitionKeyIn(DRAFTING, COMPLETING)
                    .list()));
        }
        var completing =
                mine.stream().anyMatch(task -> task.getTaskDefinitionKey().equals(COMPLETING));
        var rows = rounds(personId).stream()
                .flatMap(round -> lines.list(personId, round, false).stream())
                .filter(PlanLineView::open)
                .filter(line -> line.drafter().equals(personId)
                        || absentees.contains(line.drafter())
                        || relevant(line, personId, completing))
                .toList();
        return new Content(
                mine.stream()
                        .filter(task -> task.getTaskDefinitionKey().equals(DRAFTING))
                        .map(Task::getId)
                        .distinct()
                        .toList(),
                rows);
    }

    /** Somebody else's line: a contact fills in for the village, the clerk completes what is missing at the end. */
    private boolean relevant(PlanLineView line, String personId, boolean completing) {
        return !line.violations().isEmpty() && (completing || contactOf(line, personId));
    }

    private boolean contactOf(PlanLineView line, String personId) {
        return line.village() != null
                && jdbc.sql(
                                """
                                select count(*) > 0 from rectification.duty
                                 where person_id = ? and role = 'VILLAGE_CONTACT' and village_code = ?""")
                        .params(personId, line.village())
                        .query(Boolean.class)
                        .single();
    }

    private List<String> rounds(String personId) {
        return jdbc.sql(
                        """
                        select distinct pl.round_id from rectification.plan pl
                          join rectification.person p on p.organisation_id = pl.organisation_id
                         where p.id = ? and pl.issued_on is null order by 1""")
                .param(personId)
                .query(String.class)
                .list();
    }

    /** @param taskIds drafting tasks that wait for these rows */
    public record Content(List<String> taskIds, List<PlanLineView> rows) {}
}
