package org.rectification.engine.gate;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.rectification.engine.StandingIn;
import org.rectification.engine.TaskEntries;
import org.rectification.engine.TaskHands;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A person completes a task with what its form asks for, and takes on tasks in the own name only. */
@Component
class TaskRules {

    /** Every user task declares exactly one variable that a form may submit. */
    private static final Set<String> DECLARED = Set.of(TaskEntries.ENTRY);

    private final DoorAnswers answers;
    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<TaskHands> hands;
    private final ObjectProvider<StandingIn> standingIn;

    TaskRules(
            DoorAnswers answers,
            ObjectProvider<ProcessEngine> engine,
            ObjectProvider<TaskHands> hands,
            ObjectProvider<StandingIn> standingIn) {
        this.answers = answers;
        this.engine = engine;
        this.hands = hands;
        this.standingIn = standingIn;
    }

    void complete(Command<?> command, Authentication person) {
        declaredOnly(CommandFields.read(command, "variables"));
    }

    void submitForm(Command<?> command, Authentication person) {
        declaredOnly(CommandFields.read(command, "properties"));
    }

    void claim(Command<?> command, Authentication person) {
        if (!person.getUserId().equals(CommandFields.<String>read(command, "userId"))) {
            throw answers.badRequest("只能以本人名义签收任务。");
        }
        String taskId = CommandFields.read(command, "taskId");
        if (Trusted.call(engine.getObject(), () -> passes(taskId, person.getUserId()))) {
            throw answers.done();
        }
    }

    /**
     * Between an absent person and the substitute a task passes without anybody's right to assign tasks: the substitute
     * takes on what the register offered, and the absent person takes it back at any time (代行职责).
     */
    private boolean passes(String taskId, String personId) {
        var tasks = engine.getObject().getTaskService();
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || task.getAssignee() == null || personId.equals(task.getAssignee())) {
            return false;
        }
        if (personId.equals(task.getOwner())) {
            hands.getObject().giveBack(taskId);
            return true;
        }
        var offered = task.getOwner() == null
                && tasks.getIdentityLinksForTask(taskId).stream()
                        .anyMatch(link ->
                                personId.equals(link.getUserId()) && IdentityLinkType.CANDIDATE.equals(link.getType()))
                && standingIn.getObject().standsIn(personId, task.getAssignee());
        if (offered) {
            hands.getObject().lend(taskId, personId);
        }
        return offered;
    }

    /**
     * Gives back a task that the person had taken from a group, or taken on for somebody absent. A task in a named person's hands cannot be let go of: it
     * would belong to nobody. On stock this takes the right to assign tasks to others, which nobody here has.
     */
    void giveBack(Command<?> command, Authentication person) {
        String taskId = CommandFields.read(command, "taskId");
        if (CommandFields.read(command, "userId") != null
                || !Trusted.call(engine.getObject(), () -> isTaken(taskId, person))) {
            throw answers.forbidden();
        }
        Trusted.call(engine.getObject(), () -> {
            hands.getObject().giveBack(taskId);
            return null;
        });
        throw answers.done();
    }

    private boolean isTaken(String taskId, Authentication person) {
        var tasks = engine.getObject().getTaskService();
        var task = tasks.createTaskQuery()
                .taskId(taskId)
                .taskAssignee(person.getUserId())
                .singleResult();
        return task != null
                && (task.getOwner() != null
                        || tasks.getIdentityLinksForTask(taskId).stream()
                                .anyMatch(link -> link.getGroupId() != null
                                        && IdentityLinkType.CANDIDATE.equals(link.getType())));
    }

    private void declaredOnly(Map<String, ?> variables) {
        if (variables == null) {
            return;
        }
        variables.keySet().stream()
                .filter(name -> !DECLARED.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw answers.badRequest("此任务没有变量：" + HtmlUtils.htmlEscape(name, "UTF-8"));
                });
    }
}
