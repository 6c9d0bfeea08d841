package org.rectification.demo.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.spin.plugin.variable.SpinValues;
import org.rectification.engine.ActingAs;
import org.rectification.engine.TaskEntries;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what people of the demo do in Tasklist: finds the open task and completes it as the person whose task it is. */
@Component
@Profile("demo")
public class DemoActs {

    /** Who acts for a county body. */
    private static final Map<String, String> COUNTY = Map.of(
            Role.INSPECTION_OFFICE.group(), "office",
            Role.DISCIPLINE_SUPERVISION.group(), "discipline",
            Role.CADRE_SUPERVISION.group(), "cadre");

    private final TaskService tasks;
    private final ActingAs actingAs;
    private final ObjectMapper json;
    private final TransactionTemplate attempt;

    DemoActs(TaskService tasks, ActingAs actingAs, ObjectMapper json, PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.actingAs = actingAs;
        this.json = json;
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Login of the inspection office. */
    public static String office() {
        return COUNTY.get(Role.INSPECTION_OFFICE.group());
    }

    /** What people call a county body. */
    public static String nameOf(String body) {
        return Stream.of(Role.values())
                .filter(role -> role.group().equals(body))
                .map(Role::label)
                .findFirst()
                .orElseThrow();
    }

    /** Completes the organisation's newest task of this kind. */
    public void complete(String organisation, String taskKey, Object entry) {
        complete(one(ofOrganisation(organisation, taskKey)), entry);
    }

    /** As {@link #complete(String, String, Object)}, where each of several bodies has a task of its own. */
    public void completeAs(String body, String organisation, String taskKey, Object entry) {
        var task = ofOrganisation(organisation, taskKey).orderByTaskCreateTime().desc().list().stream()
                .filter(each -> body.equals(tasks.getVariable(each.getId(), "body")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("没有待办 / no such task: " + taskKey + " " + body));
        complete(task, COUNTY.get(body), entry);
    }

    /** Completes all tasks of this kind, each by its own person. */
    public void completeAll(String organisation, String taskKey, Object entry) {
        ofOrganisation(organisation, taskKey).list().forEach(task -> complete(task, entry));
    }

    /** Completes a finding's task; one reviewer after the other where several have to speak. */
    public void completeOf(String processInstanceId, String taskKey, Object entry) {
        complete(one(ofInstance(processInstanceId, taskKey)), entry);
    }

    /** As {@link #completeOf}, again and again while another such task follows. */
    public void completeEachOf(String processInstanceId, String taskKey, Object entry) {
        for (var next = Optional.of(one(ofInstance(processInstanceId, taskKey)));
                next.isPresent();
                next = newest(ofInstance(processInstanceId, taskKey))) {
            complete(next.get(), entry);
        }
    }

    /** Tries to complete a finding's task and returns the refusal; nothing of the attempt stays. */
    public Refusal refusedOf(String processInstanceId, String taskKey, Object entry) {
        try {
            attempt.executeWithoutResult(status -> completeOf(processInstanceId, taskKey, entry));
        } catch (RuntimeException e) {
            return refusal(e).orElseThrow(() -> e);
        }
        throw new IllegalStateException("应当不予受理的填报被受理了 / what should be refused was accepted: " + taskKey);
    }

    /** Does something in a person's name that is no task. */
    public void as(String person, Runnable act) {
        actingAs.run(person, act);
    }

    private static Optional<Refusal> refusal(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private TaskQuery ofOrganisation(String organisation, String taskKey) {
        return tasks.createTaskQuery().tenantIdIn(organisation).taskDefinitionKey(taskKey);
    }

    private TaskQuery ofInstance(String processInstanceId, String taskKey) {
        return tasks.createTaskQuery().processInstanceId(processInstanceId).taskDefinitionKey(taskKey);
    }

    private static Task one(TaskQuery query) {
        return newest(query).orElseThrow(() -> new IllegalStateException("没有待办 / no such task"));
    }

    private static Optional<Task> newest(TaskQuery query) {
        return query.orderByTaskCreateTime().desc().listPage(0, 1).stream().findFirst();
    }

    private void complete(Task task, Object entry) {
        complete(task, task.getAssignee() == null ? candidate(task) : task.getAssignee(), entry);
    }

    private void complete(Task task, String person, Object entry) {
        var typed = SpinValues.jsonValue(text(entry)).create();
        actingAs.run(person, () -> tasks.complete(task.getId(), Map.of(TaskEntries.ENTRY, typed)));
    }

    private String candidate(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(link -> COUNTY.get(link.getGroupId()))
                .findFirst()
                .orElseThrow();
    }

    private String text(Object entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an entry is plain data", e);
        }
    }
}
