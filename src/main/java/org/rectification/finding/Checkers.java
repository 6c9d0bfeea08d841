package org.rectification.finding;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.rectification.engine.CurrentPerson;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Who may check a result: the body that the routing names, and nobody who stands in for those with a hand in it. */
@Component
class Checkers {

    private final Duties duties;
    private final CurrentPerson current;
    private final ObjectProvider<StandIns> standIns;

    Checkers(Duties duties, CurrentPerson current, ObjectProvider<StandIns> standIns) {
        this.duties = duties;
        this.current = current;
        this.standIns = standIns;
    }

    /** Everybody who stands in for those with a hand in the result in hand. */
    Set<String> standIns(Finding finding) {
        return standIns(finding, finding.life().hands());
    }

    /** Everybody linked with these people by a substitution, today or by what was done about this finding. */
    Set<String> standIns(Finding finding, Set<String> people) {
        var found = new HashSet<String>();
        standIns.orderedStream()
                .map(known -> known.of(finding.facts().id(), people))
                .forEach(found::addAll);
        return found;
    }

    /**
     * A second pair of eyes: neither the person who looked first, nor anybody in whose place that person looked or stands.
     *
     * @throws Refusal with this sentence
     */
    void demandAnotherThan(@Nullable String first, String person, Finding finding, String sentence) {
        if (first != null
                && (person.equals(first) || standIns(finding, Set.of(first)).contains(person))) {
            throw Refusal.of(sentence);
        }
    }

    /** The verifying body of the result in hand. */
    Role verifyingBody(Finding finding) {
        var routing = finding.life().routing;
        return routing == null
                ? Role.INSPECTION_OFFICE
                : Role.valueOf(routing.verifier().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Administrators look after accounts; whoever can change who holds which duty never gives a verdict. */
    void demandNoAdministrator() {
        if (current.administrator()) {
            throw Refusal.of("系统管理员不得办理核验，请由有权人员办理。");
        }
    }

    void demandDuty(String actor, Role body, Finding finding) {
        var holds = body.supervises()
                ? duties.exercises(actor, body)
                : duties.exercises(actor, body, finding.facts().organisationId());
        if (!holds) {
            throw Refusal.of("您不承担这个问题的核验职责，应由" + body.label() + "办理。");
        }
    }
}
