package org.rectification.people;

import java.util.ArrayList;
import java.util.List;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who names a substitute for whom: the person, or the Secretary or the clerk; for the Secretary the inspection office. */
@Service
public class SubstitutionNaming {

    private final People people;
    private final Duties duties;

    SubstitutionNaming(People people, Duties duties) {
        this.people = people;
        this.duties = duties;
    }

    /** For whom the person may name a substitute. */
    @Transactional(readOnly = true)
    public List<Person> mayNameFor(String actor) {
        var self = people.find(actor).filter(Person::active);
        if (self.isEmpty()) {
            return List.of();
        }
        var organisation = self.get().organisationId();
        if (organisation == null) {
            var all = new ArrayList<>(duties.colleagues(actor));
            if (duties.holds(actor, Role.INSPECTION_OFFICE)) {
                all.addAll(duties.secretaries());
            } else {
                all.removeIf(person -> !person.id().equals(actor));
            }
            return all;
        }
        return people.of(organisation).stream()
                .filter(person -> allows(actor, person.id(), organisation))
                .toList();
    }

    /** Who may act in that person's place: people of the same organisation, or of the same county body. */
    @Transactional(readOnly = true)
    public List<Person> candidatesFor(String absentId) {
        var absent = people.find(absentId).filter(Person::active);
        if (absent.isEmpty()) {
            return List.of();
        }
        var all = absent.get().organisationId() == null
                ? duties.colleagues(absentId)
                : people.of(absent.get().organisationId());
        return all.stream().filter(person -> !person.id().equals(absentId)).toList();
    }

    boolean allows(String actor, String absentId, String organisationId) {
        if (organisationId == null) {
            return actor.equals(absentId) || duties.holds(actor, Role.INSPECTION_OFFICE);
        }
        if (duties.holds(absentId, Role.PARTY_SECRETARY, organisationId)) {
            return duties.holds(actor, Role.INSPECTION_OFFICE);
        }
        return actor.equals(absentId)
                || duties.holds(actor, Role.PARTY_SECRETARY, organisationId)
                || duties.holds(actor, Role.RECTIFICATION_OFFICE, organisationId);
    }

    /** @throws Refusal for whoever may not */
    void demand(String actor, Person absent) {
        if (!allows(actor, absent.id(), absent.organisationId())) {
            throw Refusal.of(
                    "absent",
                    absent.organisationId() != null
                                    && duties.holds(absent.id(), Role.PARTY_SECRETARY, absent.organisationId())
                            ? "党委书记的代行人由市委巡察办登记。"
                            : "代行人由本人指定，或者由党委书记、整改办代为登记。");
        }
    }
}
