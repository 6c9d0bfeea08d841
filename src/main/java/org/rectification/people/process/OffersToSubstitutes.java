package org.rectification.people.process;

import java.util.HashSet;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.rectification.people.Absences;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A task that comes into the hands of somebody absent appears to the substitute too; one that leaves them disappears
 * there. People are candidates of a task for no other reason.
 */
@Component
class OffersToSubstitutes {

    private final ObjectProvider<Absences> absences;
    private final ObjectProvider<ConfidentialTasks> confidential;

    OffersToSubstitutes(ObjectProvider<Absences> absences, ObjectProvider<ConfidentialTasks> confidential) {
        this.absences = absences;
        this.confidential = confidential;
    }

    void on(DelegateTask task) {
        var wanted = new HashSet<String>();
        var principal = task.getOwner() == null ? task.getAssignee() : task.getOwner();
        if (principal != null && !PersonalTasks.include(task.getTaskDefinitionKey())) {
            absences.getObject()
                    .substituteOf(principal)
                    .filter(substitute -> confidential.getObject().mayBeShown(task))
                    .ifPresent(wanted::add);
        }
        var offered = new HashSet<String>();
        for (IdentityLink link : task.getCandidates()) {
            if (link.getUserId() != null && IdentityLinkType.CANDIDATE.equals(link.getType())) {
                offered.add(link.getUserId());
            }
        }
        offered.stream().filter(person -> !wanted.contains(person)).forEach(task::deleteCandidateUser);
        wanted.stream().filter(person -> !offered.contains(person)).forEach(task::addCandidateUser);
    }
}
