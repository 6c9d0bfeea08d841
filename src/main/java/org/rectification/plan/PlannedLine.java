package org.rectification.plan;

import org.rectification.finding.FindingOrigin;
import org.rectification.finding.Owners;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;

/**
 * A line where it stands: in whose hands, claimed or bounced, and in a plan of which state.
 *
 * @param owners who answers for the finding now; the line itself may propose others
 * @param actor the person who asks, with the duties held in the organisation
 * @param listed whether the finding counts as standing in the plan already
 * @param filledInBy who entered it for the drafter (代填)
 * @param bounced why the drafter gave it back, with both names, while it waits to be divided again; null: not bounced
 * @param bounces how often it was given back altogether
 * @param decided the Secretary settled whose it is
 * @param commonId of the common problem it belongs to, if any (S17)
 * @param generalisedFrom the finding from which a self-found one was generalised (S27)
 */
record PlannedLine(
        CaseKey key,
        PlanLine line,
        @Nullable Owners owners,
        Period period,
        PlanState planState,
        Officer drafter,
        Officer actor,
        boolean listed,
        boolean claimed,
        boolean saved,
        @Nullable String filledInBy,
        @Nullable Bounce bounced,
        int bounces,
        boolean decided,
        @Nullable String commonId,
        FindingOrigin origin,
        @Nullable String generalisedFrom) {

    record Bounce(String by, String reason) {}

    /**
     * The drafter, the clerk, or for a village its contact (代填); what is addressed to the principal is the Secretary's
     * alone.
     */
    boolean mayEdit() {
        if (drafter.id().equals(actor.id())) {
            return true;
        }
        var subject = line.subject();
        return !subject.principalOnly()
                && (actor.holds(Role.RECTIFICATION_OFFICE)
                        || subject.ofVillage() && actor.holds(Role.VILLAGE_CONTACT, subject.villageCode()));
    }

    /** @throws Refusal while the committee or the reviewers look at the plan, and after it was issued */
    void demandOpen() {
        if (!planState.open()) {
            throw Refusal.of("整改方案" + planState.label() + "，不能修改。");
        }
    }

    String label() {
        return line.subject().label();
    }

    /** The same with another content. */
    PlannedLine with(PlanLine other) {
        return new PlannedLine(
                key,
                other,
                owners,
                period,
                planState,
                drafter,
                actor,
                listed,
                claimed,
                saved,
                filledInBy,
                bounced,
                bounces,
                decided,
                commonId,
                origin,
                generalisedFrom);
    }

    boolean actorIsClerk() {
        return actor.holds(Role.RECTIFICATION_OFFICE);
    }

    boolean actorIsDrafter() {
        return drafter.id().equals(actor.id());
    }
}
