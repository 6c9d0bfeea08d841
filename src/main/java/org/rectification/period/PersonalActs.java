package org.rectification.period;

import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Whose act it is. Whatever an engine's task allows an administrator to do, the ledger takes an act only from a person who
 * holds the duty, or stands in today for somebody who does.
 */
@Component
public class PersonalActs {

    private final Duties duties;

    PersonalActs(Duties duties) {
        this.duties = duties;
    }

    /** @throws Refusal when the person holds no such duty in this organisation */
    public void demand(String personId, Role role, String organisationId) {
        if (!duties.exercises(personId, role, organisationId)) {
            throw refused(role);
        }
    }

    /** @throws Refusal when the person holds no such duty in a county body */
    public void demand(String personId, Role role) {
        if (!duties.exercises(personId, role)) {
            throw refused(role);
        }
    }

    private static Refusal refused(Role role) {
        return Refusal.of("此事项须由" + role.label() + "办理，您没有这项职责。");
    }
}
