package org.rectification.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.plan.CommentAnswer.Decision;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The joint review of a plan: each body's answer, merged into one list of comments that are answered one by one (R24). */
@Service
public class PlanReviews {

    private static final int LONGEST_REASON = 1_000;

    private final PlanStore store;
    private final PlanReviewStore reviews;
    private final PlanSnapshots snapshots;
    private final PlanFiles files;
    private final Duties duties;
    private final Trail trail;
    private final Clock clock;

    PlanReviews(
            PlanStore store,
            PlanReviewStore reviews,
            PlanSnapshots snapshots,
            PlanFiles files,
            Duties duties,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.snapshots = snapshots;
        this.files = files;
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
            throw Refusal.of("审核意见由审核单位填写，或由巡察办登记纸面意见。");
        }
        var plan = store.lock(key);
        plan.demandUnderReview();
        var submitted = snapshots
                .lines(PlanSnapshots.Kind.SUBMISSION, key, plan.submission())
                .keySet();
        review.demandComplete(ownBody, submitted, LocalDate.now(clock));
        files.attach("paperFile", review.paperFile(), key, "PLAN_REVIEW_PAPER");
        reviews.add(plan, body, review, actor);
        var content = new LinkedHashMap<String, Object>();
        content.put("body", body);
        content.put("submission", plan.submission());
        content.put("verdict", review.verdict());
        content.put("comment", review.comment());
        content.put("lineComments", review.comments().size());
        // Who recorded it is the actor; with a paper, it is not the body itself that typed.
        content.put("ownBody", ownBody);
        content.put("paperPerson", review.paperPerson());
        content.put("paperOn", review.paperOn());
        content.put("paperFile", review.paperFile());
        trail.organisation(actor, key.roundId(), key.organisationId(), "PLAN_REVIEWED", content);
        trail.findings(actor, "PLAN_LINE_COMMENTED", ofLines(key, body, review.comments()), null);
    }

    /** With its finding, so that whoever may not see the one does not read the other. */
    private static List<Trail.OfFinding> ofLines(CaseKey key, String body, List<ReviewComment> comments) {
        return comments.stream()
                .map(comment -> {
                    var content = new LinkedHashMap<String, Object>();
                    content.put("body", body);
                    content.put("field", comment.field());
                    content.put("text", comment.text());
                    return new Trail.OfFinding(
                            key.roundId(), key.organisationId(), comment.finding(), Map.of(), content);
                })
                .toList();
    }

    /**
     * Merges the bodies' answers; true when each agrees. A body that was not asked again has agreed before.
     *
     * @throws IllegalStateException while a body has not answered: a mistake of the model, never a person's
     */
    @Transactional
    public boolean merge(String actor, CaseKey key) {
        var plan = store.lock(key);
        var answered = reviews.of(key, plan.submission());
        var bodies = answered.stream().map(PlanReviewStore.Answered::body).collect(Collectors.toSet());
        var asked = snapshots.latestSubmission(key).orElseThrow().reviewers();
        if (!bodies.containsAll(asked)) {
            throw new IllegalStateException("asked " + asked + ", answered " + bodies);
        }
        var agreed = plan.merge(
                answered.stream().map(PlanReviewStore.Answered::verdict).toList());
        store.save(plan);
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                agreed ? "PLAN_AGREED" : "PLAN_RETURNED",
                Map.of("submission", plan.submission()));
        return agreed;
    }

    /** Who reviews a plan that goes to review again without a change of substance: those who returned it. */
    List<String> thoseWhoReturned(Plan plan) {
        return reviews.of(plan.key(), plan.submission()).stream()
                .filter(answer -> answer.verdict() == ReviewVerdict.RETURN)
                .map(PlanReviewStore.Answered::body)
                .toList();
    }

    /**
     * The clerk's answers to the comments on the latest submission.
     *
     * @return what is still to be answered or explained
     */
    List<Violation> answer(String actor, Plan plan, List<CommentAnswer> answers) {
        var found = new ArrayList<Violation>();
        var given = new LinkedHashMap<Long, CommentAnswer>();
        for (var i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            given.put(answer.id(), answer);
            var reason = answer.reason() == null ? "" : answer.reason();
            if (answer.decision() == Decision.NOT_ADOPTED && reason.isBlank()) {
                found.add(new Violation("answers[" + i + "].reason", "第" + (i + 1) + "条意见未采纳，须说明理由。"));
            }
            if (reason.length() > LONGEST_REASON) {
                found.add(new Violation(
                        "answers[" + i + "].reason", "第" + (i + 1) + "条意见的说明不得超过" + LONGEST_REASON + "字。"));
            }
        }
        var open = reviews.comments(plan.key()).stream()
                .filter(comment -> comment.submission() == plan.submission())
                .toList();
        for (var i = 0; i < open.size(); i++) {
            var answer = given.get(open.get(i).id());
            if (answer == null || answer.decision() == null) {
                found.add(new Violation(
                        "answers[" + i + "].decision", "请答复对" + open.get(i).line() + "的意见：采纳或未采纳。"));
            }
        }
        if (found.isEmpty() && reviews.answer(plan.key(), plan.submission(), answers, actor) != given.size()) {
            found.add(new Violation("answers", "所答复的意见不在本次审核意见之中。"));
        }
        return found;
    }
}
