package org.rectification.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.rectification.engine.InPlaceOf;
import org.rectification.finding.Findings;
import org.rectification.finding.Owners;
import org.rectification.people.Absences;
import org.rectification.people.Duties;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose a line is: its drafter claims it (认领) or gives it back with a reason; the clerk divides it again, with a reason
 * too; given back twice, the Secretary decides and it stays there (S13, S14).
 */
@Service
public class LineDivision {

    /** Given back so often, the Secretary decides. */
    static final int TWICE = 2;

    private static final int LONGEST_REASON = 1_000;

    private final PlanLineStore store;
    private final PlanLines lines;
    private final Findings findings;
    private final Absences absences;
    private final Duties duties;
    private final Trail trail;

    LineDivision(
            PlanLineStore store, PlanLines lines, Findings findings, Absences absences, Duties duties, Trail trail) {
        this.store = store;
        this.lines = lines;
        this.findings = findings;
        this.absences = absences;
        this.duties = duties;
        this.trail = trail;
    }

    /**
     * The drafter takes the line as theirs; claiming twice changes nothing.
     *
     * @throws NoSuchElementException when the person does not draft this line
     * @throws Refusal when it was given back, or the plan is no longer open
     */
    @Transactional
    public void claim(String personId, String findingId) {
        var capacity = drafting(personId, findingId);
        InPlaceOf.run(capacity, () -> claim(personId, capacity, findingId));
    }

    private void claim(String personId, String capacity, String findingId) {
        var line = own(capacity, findingId);
        if (line.bounced() != null) {
            throw Refusal.of(line.label() + "已被退回，等待重新分解。");
        }
        if (line.claimed()) {
            return;
        }
        store.claim(findingId, personId);
        record(personId, line, "PLAN_LINE_CLAIMED", null, Map.of("drafter", personId), null);
    }

    /**
     * Gives a line back (退回) with a reason, to the clerk; the second time to the Secretary.
     *
     * @throws NoSuchElementException when the person does not draft this line
     * @throws Refusal without a reason, for what was claimed or decided already, for the clerk's own lines, or when the
     *     plan is no longer open
     */
    @Transactional
    public void bounce(String personId, String findingId, @Nullable String reason) {
        var capacity = drafting(personId, findingId);
        InPlaceOf.run(capacity, () -> bounce(personId, capacity, findingId, reason));
    }

    private void bounce(String personId, String capacity, String findingId, @Nullable String reason) {
        var line = own(capacity, findingId);
        demandReason("reason", "退回" + line.label() + "须说明理由", reason);
        var clerk = duties.clerk(line.key().organisationId());
        if (line.line().subject().principalOnly() || capacity.equals(clerk)) {
            throw Refusal.of("reason", line.label() + "须由本人编制，不能退回。");
        }
        if (line.bounced() != null) {
            throw Refusal.of("reason", line.label() + "已经退回，等待重新分解。");
        }
        if (line.decided()) {
            throw Refusal.of("reason", line.label() + "已由党委书记裁定，不能再退回。");
        }
        if (line.claimed()) {
            throw Refusal.of("reason", line.label() + "已经认领，不能再退回；确需调整的，请整改办重新分解。");
        }
        var next =
                line.bounces() + 1 < TWICE ? clerk : duties.secretary(line.key().organisationId());
        lines.givenBack(personId, line.key(), findingId, Objects.requireNonNull(reason));
        store.bounce(findingId, personId, Objects.requireNonNull(reason), next);
        record(
                personId,
                line,
                "PLAN_LINE_BOUNCED",
                Map.of("drafter", capacity),
                Map.of("drafter", next, "times", line.bounces() + 1),
                reason);
    }

    /**
     * Gives a line to other people: what was given back, or what the clerk sees in wrong hands.
     *
     * @param field prefix of the fields named in a refusal
     * @throws NoSuchElementException for whoever is neither the clerk nor, for what was given back twice, the Secretary
     * @throws Refusal without a person or a reason, or to a leader who does not lead
     */
    @Transactional
    public void divideAgain(String personId, String findingId, Redivision to, String field) {
        var decider = decider(personId, findingId);
        InPlaceOf.run(decider, () -> divideAgain(personId, decider, findingId, to, field));
    }

    private void divideAgain(String personId, String decider, String findingId, Redivision to, String field) {
        var line = open(store.lock(findingId, decider, to.leader(), to.person()).orElse(null));
        if (!decider.equals(personId) && line.line().subject().principalOnly()) {
            throw new NoSuchElementException("for the principal's eyes: " + findingId);
        }
        if (!decider.equals(decider(line))) {
            throw Refusal.of("reason", line.label() + "已两次退回，由党委书记裁定。");
        }
        var found = new java.util.ArrayList<Violation>();
        if (blank(to.person())) {
            found.add(new Violation(field + "person", line.label() + "未明确责任人员。"));
        }
        if (blank(to.reason()) || to.reason().length() > LONGEST_REASON) {
            found.add(new Violation(field + "reason", "重新分解" + line.label() + "须说明理由（不超过" + LONGEST_REASON + "字）。"));
        }
        line.line().leaderViolation().ifPresent(each -> found.add(new Violation(field + "leader", each.message())));
        Refusal.ifAny(found);
        var owners = new Owners(
                Objects.requireNonNull(line.line().leader()).id(),
                blank(to.branch()) ? line.line().branch() : to.branch(),
                to.person());
        findings.assign(personId, findingId, owners, to.reason());
        var mismatch = line.line().levelViolation().isPresent();
        store.divideAgain(findingId, owners.person(), personId, to.reason(), mismatch, decidedBySecretary(line));
        var after = new LinkedHashMap<String, Object>();
        after.put("leader", owners.leader());
        after.put("drafter", owners.person());
        record(
                personId,
                line,
                "PLAN_LINE_DIVIDED_AGAIN",
                Map.of("drafter", line.drafter().id()),
                after,
                to.reason());
    }

    /** What happens to lines that were given back while other lines are drafted. */
    @Transactional(readOnly = true)
    public List<PlanLineStore.BounceRow> bounces(String roundId, String organisationId) {
        return store.bounces(roundId, organisationId);
    }

    /** In whose capacity the person divides: the decider's where that is open, else the clerk's, who hears why not. */
    private String decider(String personId, String findingId) {
        var line = store.find(findingId, personId).orElseThrow(() -> new NoSuchElementException(findingId));
        var decider = decider(line);
        var clerk = duties.clerk(line.key().organisationId());
        return duties.capacity(personId, decider::equals)
                .or(() -> duties.capacity(personId, clerk::equals))
                .orElseThrow(() -> new NoSuchElementException("not divided by " + personId));
    }

    private String decider(PlannedLine line) {
        var organisation = line.key().organisationId();
        return decidedBySecretary(line) ? duties.secretary(organisation) : duties.clerk(organisation);
    }

    private static boolean decidedBySecretary(PlannedLine line) {
        return line.bounced() != null && line.bounces() >= TWICE;
    }

    /** In whose capacity the person drafts the line: as its drafter, or in the drafter's place. */
    private String drafting(String personId, String findingId) {
        return store.find(findingId, personId)
                .map(line -> line.drafter().id())
                .filter(drafter -> absences.actsFor(personId, drafter))
                .filter(drafter -> drafter.equals(personId)
                        || store.find(findingId, drafter)
                                .filter(PlanLines::forSubstitutes)
                                .isPresent())
                .orElseThrow(() -> new NoSuchElementException("not the drafter of " + findingId));
    }

    private PlannedLine own(String personId, String findingId) {
        var line = open(store.lock(findingId, personId, null, null).orElse(null));
        if (!line.actorIsDrafter()) {
            throw new NoSuchElementException("not the drafter of " + findingId);
        }
        return line;
    }

    private static PlannedLine open(@Nullable PlannedLine line) {
        if (line == null || !line.mayEdit()) {
            throw new NoSuchElementException("no such line for this person");
        }
        line.demandOpen();
        return line;
    }

    private static void demandReason(String field, String sentence, @Nullable String reason) {
        if (blank(reason)) {
            throw Refusal.of(field, sentence + "。");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.of(field, "理由不得超过" + LONGEST_REASON + "字。");
        }
    }

    private void record(
            String actor,
            PlannedLine line,
            String kind,
            @Nullable Map<String, ?> before,
            Map<String, ?> after,
            @Nullable String note) {
        trail.finding(
                actor,
                line.key().roundId(),
                line.key().organisationId(),
                line.line().subject().findingId(),
                kind,
                before,
                after,
                note);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
