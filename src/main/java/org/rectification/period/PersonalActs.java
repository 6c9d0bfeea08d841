package org.rectification.period;

import java.util.Optional;
import java.util.function.Supplier;
import org.rectification.engine.InPlaceOf;
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

    /**
     * For an act with a door of its own, which no task tells whose it is: done in the own capacity, or in that of somebody
     * in whose place the actor acts today, so that what is recorded meanwhile names both.
     *
     * @throws Refusal when the actor neither holds the duty in this organisation nor stands in for who does
     */
    public <T> T done(String actor, Role role, String organisationId, Supplier<T> act) {
        var capacity = duties.capacity(actor, role, organisationId).orElseThrow(() -> refused(role));
        return InPlaceOf.call(Optional.of(capacity), act);
    }

    /** As {@link #done(String, Role, String, Supplier)}, without a result. */
    public void done(String actor, Role role, String organisationId, Runnable act) {
        done(actor, role, organisationId, () -> {
            act.run();
            return null;
        });
    }

    private static Refusal refused(Role role) {
        return Refusal.of("此事项须由" + role.label() + "办理，您没有这项职责。");
    }
}
