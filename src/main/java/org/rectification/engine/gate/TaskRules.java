package org.rectification.engine.gate;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.rectification.engine.TaskEntries;
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

    TaskRules(DoorAnswers answers, ObjectProvider<ProcessEngine> engine) {
        this.answers = answers;
        this.engine = engine;
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
    }

    /**
     * Gives back a task that the person had taken from a group. A task in a named person's hands cannot be let go of: it
     * would belong to nobody. On stock this takes the right to assign tasks to others, which nobody here has.
     */
    void giveBack(Command<?> command, Authentication person) {
        String taskId = CommandFields.read(command, "taskId");
        var tasks = engine.getObject().getTaskService();
        if (CommandFields.read(command, "userId") != null
                || !Trusted.call(engine.getObject(), () -> isTaken(taskId, person))) {
            throw answers.forbidden();
        }
        Trusted.call(engine.getObject(), () -> {
            tasks.setAssignee(taskId, null);
            return null;
        });
        throw answers.done();
    }

    private boolean isTaken(String taskId, Authentication person) {
        var tasks = engine.getObject().getTaskService();
        var mine = tasks.createTaskQuery()
                        .taskId(taskId)
                        .taskAssignee(person.getUserId())
                        .count()
                == 1;
        return mine
                && tasks.getIdentityLinksForTask(taskId).stream()
                        .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType()));
    }

    private void declaredOnly(Map<String, ?> variables) {
        if (variables == null) {
            return;
        }
        variables.keySet().stream()
                .filter(name -> !DECLARED.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw answers.badRequest("此任务没有变量:" + HtmlUtils.htmlEscape(name, "UTF-8"));
                });
    }
}
