package org.rectification.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The joint review of a plan: each body's answer, merged into one (R24). */
@Service
public class PlanReviews {

    private final PlanStore store;
    private final Duties duties;
    private final Trail trail;
    private final Clock clock;

    PlanReviews(PlanStore store, Duties duties, Trail trail, Clock clock) {
        this.store = store;
        this.duties = duties;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Records one body's answer, by the body itself or from paper by the inspection office (纸面).
     *
     * @throws Refusal when the actor is neither, or the answer is incomplete
     */
    @Transactional
    public void record(String actor, CaseKey key, String body, PlanReview review) {
        var ownBody = Stream.of(Role.values()).anyMatch(role -> role.group().equals(body) && duties.holds(actor, role));
        if (!ownBody && !duties.holds(actor, Role.INSPECTION_OFFICE)) {
            throw Refusal.of("审核意见由审核单位填写,或由巡察办登记纸面意见。");
        }
        review.demandComplete(ownBody, LocalDate.now(clock));
        var plan = store.get(key);
        plan.demandUnderReview();
        store.addReview(plan, body, review, actor);
        var content = new LinkedHashMap<String, Object>();
        content.put("body", body);
        content.put("verdict", review.verdict());
        content.put("comment", review.comment());
        content.put("paperPerson", review.paperPerson());
        content.put("paperOn", review.paperOn());
        trail.organisation(actor, key.roundId(), key.organisationId(), "PLAN_REVIEWED", content);
    }

    /** Merges the bodies' answers; true when each agrees. */
    @Transactional
    public boolean merge(String actor, CaseKey key) {
        var plan = store.lock(key);
        var agreed = plan.merge(
                store.reviews(key).stream().map(PlanStore.Answered::verdict).toList());
        store.save(plan);
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                agreed ? "PLAN_AGREED" : "PLAN_RETURNED",
                Map.of("cycle", plan.cycle()));
        return agreed;
    }
}
