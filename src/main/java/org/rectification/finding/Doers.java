package org.rectification.finding;

import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may report that a measure is done, and who did it: the responsible person, or whoever enters it for the doer (代填) —
 * the clerk, in a village its contact. All of it in somebody's place too (代行职责).
 */
@Component
class Doers {

    private final Duties duties;

    Doers(Duties duties) {
        this.duties = duties;
    }

    /**
     * @param doer login, or the name of somebody without one
     * @param capacity login of the actor, or of the absent person in whose place the actor reports
     */
    record Doing(String doer, String capacity) {}

    /** @throws Refusal for anybody else, and for an entry that does not say for whom it is made, or names the actor */
    Doing of(String actor, Finding finding, @Nullable String filledInFor) {
        var capacity = capacity(actor, finding);
        var named = filledInFor == null ? "" : filledInFor.strip();
        if (!named.isEmpty()) {
            if (named.equals(actor)) {
                throw Refusal.of("filledInFor", "代填时请填写实际办理人，不能填写本人。");
            }
            return new Doing(named, capacity);
        }
        if (!responsible(capacity, finding)) {
            throw Refusal.of("filledInFor", "您不是责任人员，请填写代何人填报。");
        }
        // The substitute did it in the absent person's place: theirs is the hand that the ledger keeps.
        return new Doing(actor, capacity);
    }

    /** @throws Refusal for whoever neither answers for the finding nor may enter for it */
    String capacity(String actor, Finding finding) {
        return duties.capacity(actor, person -> responsible(person, finding))
                .or(() -> duties.capacity(actor, person -> mayEnter(person, finding)))
                .orElseThrow(() -> Refusal.of("您不是这个问题的责任人员，不能报告措施。"));
    }

    private static boolean responsible(String person, Finding finding) {
        return finding.owners().map(Owners::person).filter(person::equals).isPresent();
    }

    private boolean mayEnter(String person, Finding finding) {
        var facts = finding.facts();
        return duties.holds(person, Role.RECTIFICATION_OFFICE, facts.organisationId())
                || facts.villageCode() != null
                        && duties.ofVillage(facts.organisationId(), Role.VILLAGE_CONTACT, facts.villageCode())
                                .filter(person::equals)
                                .isPresent();
    }
}
