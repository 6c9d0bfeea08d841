package org.rectification.ledger.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.rectification.engine.ActingAs;
import org.rectification.people.Absences;
import org.rectification.people.Duties;
import org.rectification.people.Role;
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

    private final TaskService tasks;
    private final ActingAs actingAs;
    private final PlanLines lines;
    private final Absences absences;
    private final Duties duties;
    private final JdbcClient jdbc;

    DraftList(
            TaskService tasks, ActingAs actingAs, PlanLines lines, Absences absences, Duties duties, JdbcClient jdbc) {
        this.tasks = tasks;
        this.actingAs = actingAs;
        this.lines = lines;
        this.absences = absences;
        this.duties = duties;
        this.jdbc = jdbc;
    }

    /** Lines of plans that are still open; the clerk sees them all, a contact what the village has not filled in yet. */
    public Content of(String personId) {
        var absentees = absences.absentees(personId);
        var tasksToHandIn = new ArrayList<>(actingAs.call(personId, () -> tasks.createTaskQuery()
                .taskAssignee(personId)
                .taskDefinitionKey(DRAFTING)
                .list()));
        if (!absentees.isEmpty()) {
            tasksToHandIn.addAll(actingAs.call(personId, () -> tasks.createTaskQuery()
                    .taskCandidateUser(personId)
                    .includeAssignedTasks()
                    .taskDefinitionKey(DRAFTING)
                    .list()));
        }
        var clerk = duties.exercises(personId, Role.RECTIFICATION_OFFICE);
        var rounds = rounds(personId);
        var rows = rounds.stream()
                .flatMap(round -> lines.list(personId, round, false).stream())
                .filter(PlanLineView::open)
                .filter(line -> clerk
                        || line.drafter().equals(personId)
                        || absentees.contains(line.drafter())
                        || !line.violations().isEmpty())
                .toList();
        return new Content(
                tasksToHandIn.stream().map(Task::getId).distinct().toList(), rows.isEmpty() ? List.of() : rounds, rows);
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

    /**
     * @param taskIds drafting tasks that wait for these rows
     * @param rounds whose plans are still open
     */
    public record Content(List<String> taskIds, List<String> rounds, List<PlanLineView> rows) {

        /** How many of the lines still want something. */
        public int waiting() {
            return (int) rows.stream()
                    .filter(line ->
                            line.bouncedBy() != null || !line.violations().isEmpty())
                    .count();
        }
    }
}
