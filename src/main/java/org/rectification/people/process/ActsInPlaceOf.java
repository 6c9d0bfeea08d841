package org.rectification.people.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.InPlaceOf;
import org.rectification.people.Absences;
import org.rectification.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Before anything else of a completion: whoever completes somebody else's task acts in that person's place, or not at all. */
@Component
class ActsInPlaceOf {

    private final ObjectProvider<Absences> absences;
    private final ObjectProvider<CurrentPerson> current;

    ActsInPlaceOf(ObjectProvider<Absences> absences, ObjectProvider<CurrentPerson> current) {
        this.absences = absences;
        this.current = current;
    }

    void on(DelegateTask task) {
        var actor = current.getObject().id();
        var principal = task.getOwner() == null ? task.getAssignee() : task.getOwner();
        if (principal == null || principal.equals(actor) || CurrentPerson.SYSTEM.equals(actor)) {
            return;
        }
        if (absences.getObject().standsIn(actor, principal) && !PersonalTasks.include(task.getTaskDefinitionKey())) {
            InPlaceOf.begin(principal);
        } else if (task.getOwner() != null || offered(task, actor)) {
            throw Refusal.of("代行期限已过或者代行已经结束，请由本人办理。");
        }
    }

    private static boolean offered(DelegateTask task, String actor) {
        return task.getCandidates().stream().anyMatch(link -> actor.equals(link.getUserId()));
    }
}
