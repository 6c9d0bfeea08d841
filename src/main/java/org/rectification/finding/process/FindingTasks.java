package org.rectification.finding.process;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.engine.TaskEntries;
import org.rectification.engine.TaskHands;
import org.rectification.finding.CardChanged;
import org.rectification.finding.DueDaysChanged;
import org.rectification.finding.Extensions;
import org.rectification.finding.FindingInstances;
import org.rectification.finding.FindingInstances.Instance;
import org.rectification.finding.FindingOwners;
import org.rectification.finding.FindingReassigned;
import org.rectification.finding.FindingWatch;
import org.rectification.finding.ReviewerReplaced;
import org.rectification.people.Role;
import org.rectification.people.SubstitutesChanged;
import org.rectification.warning.WarningRaised;
import org.rectification.warning.WatchedItem.Kind;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Lets the open tasks and parked timers of findings follow what changed in the ledger, in the same transaction. */
@Component
class FindingTasks {

    private static final String RECTIFY = "userTask_rectifyFinding";
    private static final String REVIEW = "userTask_reviewResult";
    private static final String VERIFY = "userTask_verifyFinding";
    private static final String APPROVE_CONTINUATION = "userTask_approveContinuation";
    private static final String DECIDE_EXTENSION = "userTask_decideExtension";

    private final FindingInstances instances;
    private final FindingWatch watch;
    private final FindingOwners owners;
    private final Extensions extensions;
    private final FindingViews views;
    private final TaskService tasks;
    private final ManagementService management;
    private final TaskHands hands;
    private final OwnName ownName;

    FindingTasks(
            FindingInstances instances,
            FindingWatch watch,
            FindingOwners owners,
            @Lazy Extensions extensions,
            FindingViews views,
            @Lazy TaskService tasks,
            @Lazy ManagementService management,
            TaskHands hands,
            OwnName ownName) {
        this.instances = instances;
        this.watch = watch;
        this.owners = owners;
        this.extensions = extensions;
        this.views = views;
        this.tasks = tasks;
        this.management = management;
        this.hands = hands;
        this.ownName = ownName;
    }

    @EventListener
    void reassign(FindingReassigned event) {
        asTheSystem(List.of(event.findingId()), instance -> {
            for (var task : open(instance, RECTIFY)) {
                hands.move(task.getId(), event.owners().person());
            }
            for (var task : open(instance, REVIEW)) {
                if (Objects.equals(TaskHands.principal(task), event.formerLeader())) {
                    hands.move(task.getId(), event.owners().leader());
                }
            }
            for (var task : open(instance, APPROVE_CONTINUATION)) {
                offer(task, owners.continuationApprover(instance.findingId()));
            }
            for (var task : open(instance, DECIDE_EXTENSION)) {
                offer(task, extensions.approver(instance.findingId()));
            }
        });
    }

    /** Who stands in for somebody below does not decide above, and may again when that is over. */
    @EventListener
    void substitutesChanged(SubstitutesChanged event) {
        if (event.organisationId() == null) {
            return;
        }
        ownName.run(() -> tasks.createTaskQuery()
                .tenantIdIn(event.organisationId())
                .taskDefinitionKeyIn(APPROVE_CONTINUATION, DECIDE_EXTENSION)
                .list()
                .forEach(task -> {
                    var finding = (String) tasks.getVariable(task.getId(), CaseVariables.FINDING_ID);
                    var approver = DECIDE_EXTENSION.equals(task.getTaskDefinitionKey())
                            ? extensions.approver(finding)
                            : owners.continuationApprover(finding);
                    if (!Objects.equals(TaskHands.principal(task), approver)) {
                        offer(task, approver);
                    }
                }));
    }

    @EventListener
    void reviewerReplaced(ReviewerReplaced event) {
        asTheSystem(List.of(event.findingId()), instance -> {
            for (var task : open(instance, REVIEW)) {
                if (event.former().equals(TaskHands.principal(task))) {
                    hands.move(task.getId(), event.reviewer());
                }
            }
        });
    }

    /** To the person one level above, or to the inspection office where it records a body's decision. */
    private void offer(Task task, @Nullable String person) {
        hands.move(task.getId(), person);
        if (person == null) {
            tasks.addCandidateGroup(task.getId(), Role.INSPECTION_OFFICE.group());
        } else {
            tasks.deleteCandidateGroup(task.getId(), Role.INSPECTION_OFFICE.group());
        }
    }

    /** What open tasks show is as new as the ledger: a corrected text, a date that has moved. */
    @EventListener
    void showAgain(CardChanged event) {
        asTheSystem(List.of(event.findingId()), instance -> tasks.createTaskQuery()
                .processInstanceId(instance.processInstanceId())
                .list()
                .forEach(task -> show(task, instance.findingId())));
    }

    private void show(Task task, String findingId) {
        var view = VERIFY.equals(task.getTaskDefinitionKey()) ? views.verification(findingId) : views.card(findingId);
        tasks.setVariableLocal(task.getId(), TaskEntries.VIEW, view);
    }

    /** A warning marks that a day has passed: what was asked for in time may be for somebody else to decide by now. */
    @EventListener
    void dayPassed(WarningRaised event) {
        var item = event.item();
        if (item.kind() == Kind.FINDING && extensions.raise(item.id())) {
            asTheSystem(List.of(item.id()), instance -> {
                for (var task : open(instance, DECIDE_EXTENSION)) {
                    offer(task, extensions.approver(instance.findingId()));
                    show(task, instance.findingId());
                }
            });
        }
    }

    /** Two questions to the engine, however many findings have other limits. */
    @EventListener
    void reschedule(DueDaysChanged event) {
        if (event.findingIds().isEmpty()) {
            return;
        }
        ownName.run(() -> {
            var findings = instances.of(event.findingIds()).stream()
                    .collect(Collectors.toMap(Instance::processInstanceId, Instance::findingId));
            if (!findings.isEmpty()) {
                timers(findings.keySet())
                        .forEach(timer -> moveTimer(timer, findings.get(timer.getProcessInstanceId())));
                rectifying(findings.keySet())
                        .forEach(task -> moveTask(task, findings.get(task.getProcessInstanceId())));
            }
        });
    }

    /**
     * A finding parks one timer and no other, so no activity is named: 7.24 forgets an "and" where a job query asks for
     * several instances and for anything that comes before them.
     */
    private List<Job> timers(Set<String> processInstanceIds) {
        return management
                .createJobQuery()
                .processInstanceIds(processInstanceIds)
                .timers()
                .list();
    }

    private List<Task> rectifying(Set<String> processInstanceIds) {
        return tasks.createTaskQuery()
                .processInstanceIdIn(processInstanceIds.toArray(String[]::new))
                .taskDefinitionKey(RECTIFY)
                .list();
    }

    private void moveTimer(Job timer, String findingId) {
        if (watch.goesOn(findingId)) {
            management.setJobDuedate(timer.getId(), watch.nextWarningAt(findingId));
        }
    }

    private void moveTask(Task task, String findingId) {
        task.setDueDate(watch.dueAt(findingId));
        tasks.saveTask(task);
    }

    private List<Task> open(Instance instance, String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance.processInstanceId())
                .taskDefinitionKey(key)
                .list();
    }

    /** The ledger has decided already; the engine need not ask whether the person may touch tasks and timers too. */
    private void asTheSystem(List<String> findingIds, Consumer<Instance> act) {
        ownName.run(() -> instances.of(findingIds).forEach(act));
    }
}
