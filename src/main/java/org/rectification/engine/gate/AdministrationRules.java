package org.rectification.engine.gate;

import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** What administrators may do, and what of it everybody may do to the own account. */
@Component
class AdministrationRules {

    static final String ADMINISTRATORS = "camunda-admin";
    private static final Set<String> REPAIRING = Set.of(ADMINISTRATORS, "inspection-office");

    private final DoorAnswers answers;

    AdministrationRules(DoorAnswers answers) {
        this.answers = answers;
    }

    void administer(Command<?> command, Authentication person) {
        demand(person.getGroupIds() != null && person.getGroupIds().contains(ADMINISTRATORS));
    }

    /** Everybody may change the own password; only administrators may touch another account. */
    void saveUser(Command<?> command, Authentication person) {
        User user = CommandFields.read(command, "user");
        if (!person.getUserId().equals(user.getId())) {
            administer(command, person);
        }
    }

    /** An incident is repaired by giving its job new tries, at once: never by putting off what is due. */
    void repairJob(Command<?> command, Authentication person) {
        demand(person.getGroupIds() != null && person.getGroupIds().stream().anyMatch(REPAIRING::contains));
        Date due = CommandFields.read(command, "dueDate");
        demand(due == null || !due.after(ClockUtil.getCurrentTime()));
    }

    private void demand(boolean condition) {
        if (!condition) {
            throw answers.forbidden();
        }
    }
}
