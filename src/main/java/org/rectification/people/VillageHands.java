package org.rectification.people;

import java.util.Optional;
import java.util.stream.Stream;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who does what a village owes: its branch secretary, or whoever fills in for a village without a login, the village's
 * contact or the clerk (代填). Both names stay on record.
 */
@Component
public class VillageHands {

    private static final int LONGEST_NAME = 64;

    private final Duties duties;
    private final People people;

    VillageHands(Duties duties, People people) {
        this.duties = duties;
        this.people = people;
    }

    /** To whom the village's task goes: its branch secretary, without one its contact, without either the clerk. */
    public String of(String organisationId, String villageCode) {
        return secretaryOf(organisationId, villageCode)
                .or(() -> duties.ofVillage(organisationId, Role.VILLAGE_CONTACT, villageCode))
                .orElseGet(() -> duties.clerk(organisationId));
    }

    /** Whether the actor may do it, in the own name or in that of somebody absent. */
    public boolean include(String actor, String organisationId, String villageCode) {
        return own(actor, organisationId, villageCode)
                || duties.exercises(actor, Role.RECTIFICATION_OFFICE, organisationId)
                || duties.ofVillage(organisationId, Role.VILLAGE_CONTACT, villageCode)
                        .filter(contact -> duties.actsFor(actor, contact))
                        .isPresent();
    }

    /** In whose capacity the actor does it: the own one before that of somebody absent. The actor's where neither may. */
    public String capacity(String actor, String organisationId, String villageCode) {
        return duties.capacity(
                        actor,
                        person -> duties.holds(person, Role.RECTIFICATION_OFFICE, organisationId)
                                || Stream.of(Role.VILLAGE_SECRETARY, Role.VILLAGE_CONTACT)
                                        .anyMatch(role -> duties.ofVillage(organisationId, role, villageCode)
                                                .filter(person::equals)
                                                .isPresent()))
                .orElse(actor);
    }

    /**
     * Name of the branch secretary for whom the actor fills in; null where nobody does.
     *
     * @param named what was written into the field {@code onBehalfOf}
     * @throws Refusal when the branch secretary has no login and is not named
     */
    @Nullable public String onBehalfOf(String actor, String organisationId, String villageCode, @Nullable String named) {
        if (own(actor, organisationId, villageCode)) {
            return null;
        }
        var secretary = secretaryOf(organisationId, villageCode);
        if (secretary.isPresent()) {
            return people.name(secretary.get());
        }
        if (named == null || named.isBlank() || named.strip().length() > LONGEST_NAME) {
            throw Refusal.of("onBehalfOf", "该村党支部书记没有登录名，请填写代何人填报（党支部书记姓名）。");
        }
        return named.strip();
    }

    /** Whether somebody who fills in has to write for whom. */
    public boolean nameNeeded(String organisationId, String villageCode) {
        return secretaryOf(organisationId, villageCode).isEmpty();
    }

    private boolean own(String actor, String organisationId, String villageCode) {
        return secretaryOf(organisationId, villageCode)
                .filter(secretary -> duties.actsFor(actor, secretary))
                .isPresent();
    }

    private Optional<String> secretaryOf(String organisationId, String villageCode) {
        return duties.ofVillage(organisationId, Role.VILLAGE_SECRETARY, villageCode);
    }
}
