package org.rectification.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.rectification.deadline.CodedLabel;
import org.rectification.engine.InPlaceOf;
import org.rectification.finding.Findings;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a plan from the division of findings to the issued document, whose lines are the frozen baseline. */
@Service("plans")
public class Plans {

    private static final int LONGEST_ANSWER = 2_000;

    private final PlanStore store;
    private final PlanLineStore lineStore;
    private final PlanSnapshots snapshots;
    private final PlanLines lines;
    private final PlanDivision division;
    private final LineDivision lineDivision;
    private final PlanSubmissions submissions;
    private final PlanReviews reviews;
    private final PlanVersions versions;
    private final PlanFiles files;
    private final Findings findings;
    private final InspectedOrganisations organisations;
    private final Duties duties;
    private final Trail trail;
    private final Clock clock;

    Plans(
            PlanStore store,
            PlanLineStore lineStore,
            PlanSnapshots snapshots,
            PlanLines lines,
            PlanDivision division,
            LineDivision lineDivision,
            PlanSubmissions submissions,
            PlanReviews reviews,
            PlanVersions versions,
            PlanFiles files,
            Findings findings,
            InspectedOrganisations organisations,
            Duties duties,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.lineStore = lineStore;
        this.snapshots = snapshots;
        this.lines = lines;
        this.division = division;
        this.lineDivision = lineDivision;
        this.submissions = submissions;
        this.reviews = reviews;
        this.versions = versions;
        this.files = files;
        this.findings = findings;
        this.organisations = organisations;
        this.duties = duties;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Divides the findings: the proposal by duties (S16), changed where the clerk says so; no change accepts it.
     *
     * @throws Refusal when a change names no finding of this case or gives no reason, or the findings were divided before
     */
    @Transactional
    public void divide(String actor, CaseKey key, List<DivisionChange> changes) {
        var levels = division.change(actor, key, changes);
        var count = store.open(key, actor, duties.clerk(key.organisationId()), duties.secretary(key.organisationId()));
        store.answerLevels(levels);
        record(actor, key, "PLAN_DIVIDED", Map.of("lines", count, "changes", changes.size()));
    }

    /** Logins of those who have lines to draft that they neither claimed nor gave back; one drafting task each. */
    public List<String> drafters(String roundId, String organisationId) {
        return store.drafters(new CaseKey(roundId, organisationId));
    }

    /** Codes of the bodies that review what was submitted last (R24). */
    public List<String> reviewers(String roundId, String organisationId) {
        return snapshots
                .latestSubmission(new CaseKey(roundId, organisationId))
                .orElseThrow()
                .reviewers();
    }

    /** The person's own line of this finding, as {@link PlanLines#list} shows it. */
    public PlanLineView line(String personId, String findingId) {
        return lineStore
                .find(findingId, personId)
                .filter(PlannedLine::mayEdit)
                .map(PlanLineView::of)
                .orElseThrow();
    }

    /** As {@link PlanLines#save}. */
    public void saveLine(String actor, String findingId, PlanLineEntry entry) {
        lines.save(actor, findingId, entry);
    }

    /**
     * A drafter is done: what is bounced goes to the clerk, what stays is claimed and must be complete.
     *
     * @throws Refusal naming each incomplete finding and field
     */
    @Transactional
    public void finishDrafting(String actor, CaseKey key, String drafter, List<Bounced> bounced) {
        for (var each : bounced) {
            if (each.finding() == null) {
                throw Refusal.of("bounced", "请选择要退回的问题。");
            }
            lineDivision.bounce(actor, each.finding(), each.reason());
        }
        var own = lineStore.ofDrafter(key, drafter).stream()
                .filter(each -> each.bounced() == null)
                .toList();
        Refusal.ifAny(Coverage.ofLines(own).missing());
        lineStore.claimAll(key, drafter);
        list(actor, own);
        record(actor, key, "PLAN_LINES_CLAIMED", Map.of("drafter", drafter, "bounced", bounced.size()));
    }

    /** What the plan still misses; empty when it covers the feedback (S18). */
    @Transactional(readOnly = true)
    public List<Refusal.Violation> missing(CaseKey key) {
        return new Coverage(
                        lineStore.ofCase(key, duties.clerk(key.organisationId())),
                        store.unlined(key),
                        store.opinions(key))
                .missing();
    }

    /** What comes next once the drafters are done. */
    @Transactional(readOnly = true)
    public PlanStep next(CaseKey key) {
        var waiting = lineStore.ofCase(key, duties.clerk(key.organisationId())).stream()
                .filter(each -> each.bounced() != null)
                .toList();
        if (waiting.stream().anyMatch(each -> each.bounces() < LineDivision.TWICE)) {
            return PlanStep.DIVIDE_AGAIN;
        }
        if (!waiting.isEmpty()) {
            return PlanStep.DECIDE;
        }
        return missing(key).isEmpty() ? PlanStep.DELIBERATE : PlanStep.FILL;
    }

    /**
     * Lines that were given back go to other people, all in one hand: the clerk's, or the Secretary's for what was given
     * back twice.
     *
     * @param to by finding
     * @throws Refusal for a line that is left out, see also {@link LineDivision#divideAgain}
     */
    @Transactional
    public void divideAgain(String actor, CaseKey key, List<DividedAgain> to) {
        for (var i = 0; i < to.size(); i++) {
            var each = to.get(i);
            if (each.finding() == null) {
                throw Refusal.of("lines[" + i + "].finding", "请选择被退回的问题。");
            }
            lineDivision.divideAgain(actor, each.finding(), each.to(), "lines[" + i + "].");
        }
        var secretary = actor.equals(duties.secretary(key.organisationId()));
        Refusal.ifAny(lineStore.ofCase(key, actor).stream()
                .filter(each -> each.bounced() != null && each.bounces() >= LineDivision.TWICE == secretary)
                .map(each -> new Refusal.Violation("lines", each.label() + "：已被退回，尚未重新分解。"))
                .toList());
    }

    /**
     * The clerk's last hand: answers to the opinions; the lines themselves are saved row by row.
     *
     * @throws Refusal with everything that is still missing
     */
    @Transactional
    public void complete(String actor, CaseKey key, List<OpinionAnswer> answers) {
        store.lock(key).demandOpen();
        answerOpinions(actor, key, answers);
        Refusal.ifAny(missing(key));
        list(actor, lineStore.ofCase(key, actor));
        record(actor, key, "PLAN_COMPLETED", Map.of("answers", answers.size()));
    }

    /**
     * The committee has deliberated the plan; it goes to every reviewing body.
     *
     * @throws Refusal see {@link Plan#deliberate}
     */
    @Transactional
    public void deliberate(String actor, CaseKey key, Deliberation meeting) {
        var plan = store.lock(key);
        plan.deliberate(meeting, missing(key), today());
        files.attach("minutesFile", meeting.minutesFile(), key, "PLAN_MINUTES");
        store.save(plan);
        store.addDeliberation(plan, meeting, actor);
        submissions.submit(
                actor,
                plan,
                submissions.bodies(key).stream().map(CodedLabel::code).toList(),
                store.revisionSummary(key).orElse(null));
        var content = new LinkedHashMap<String, Object>();
        content.put("meetingOn", meeting.meetingOn());
        content.put("minutesNumber", meeting.minutesNumber());
        content.put("minutesFile", meeting.minutesFile());
        content.put("paperPerson", meeting.paperPerson());
        content.put("paperOn", meeting.paperOn());
        content.put("cycle", plan.cycle());
        content.put("submission", plan.submission());
        record(actor, key, "PLAN_DELIBERATED", content);
    }

    /**
     * Answers the comments of the last review and submits the revised plan.
     *
     * @return whether the committee must deliberate again, because measures, goals or limits changed
     * @throws Refusal see {@link Plan#revise}
     */
    @Transactional
    public boolean revise(String actor, CaseKey key, @Nullable String summary, List<CommentAnswer> answers) {
        var plan = store.lock(key);
        var unanswered = reviews.answer(actor, plan, answers);
        var changes = submissions.changes(key, actor);
        var substantial = changes.stream().anyMatch(LineDifference::substantial);
        var returners = reviews.thoseWhoReturned(plan);
        plan.revise(summary, unanswered, missing(key), substantial);
        store.save(plan);
        store.summariseRevision(key, summary);
        if (!substantial) {
            submissions.submit(actor, plan, returners, summary);
        }
        record(
                actor,
                key,
                "PLAN_REVISED",
                Map.of(
                        "summary",
                        Objects.requireNonNull(summary),
                        "answers",
                        answers,
                        "changes",
                        changes.stream()
                                .map(each -> Map.of(
                                        "finding",
                                        each.findingId(),
                                        "fields",
                                        each.changes().stream()
                                                .map(LineDifference.FieldChange::field)
                                                .toList()))
                                .toList(),
                        "deliberatedAgain",
                        substantial));
        return substantial;
    }

    /** @throws Refusal see {@link Plan#number} */
    @Transactional
    public void issue(String actor, CaseKey key, Issue issue) {
        var plan = store.lock(key);
        plan.number(issue, today());
        store.save(plan);
        record(
                actor,
                key,
                "PLAN_NUMBERED",
                Map.of("documentNumber", issue.documentNumber(), "issuedOn", issue.issuedOn()));
    }

    /** The issued plan becomes version 1: the baseline against which findings are struck off. */
    @Transactional
    public void freeze(String actor, CaseKey key) {
        organisations.lock(key);
        var plan = store.lock(key);
        plan.freeze();
        store.save(plan);
        var lines = submissions.current(key, actor);
        versions.issue(actor, plan, lines);
        var dueOn = new LinkedHashMap<String, LocalDate>();
        lines.forEach((finding, line) -> dueOn.put(finding, line.dueOn()));
        findings.freezeBaseline(actor, key.roundId(), key.organisationId(), dueOn);
        organisations.reach(key, Milestone.PLAN_ISSUED, actor);
        record(actor, key, "PLAN_FROZEN", Map.of("lines", dueOn.size(), "documentNumber", plan.documentNumber()));
    }

    public boolean isIssued(String roundId, String organisationId) {
        return store.find(new CaseKey(roundId, organisationId))
                .filter(plan -> plan.state() == PlanState.ISSUED)
                .isPresent();
    }

    /** The findings of these lines stand in the draft plan from now on; once each. */
    private void list(String actor, List<PlannedLine> complete) {
        complete.stream()
                .filter(line -> !line.listed())
                .forEach(line -> findings.plan(actor, line.line().subject().findingId()));
    }

    /**
     * Keeps the clerk's answers to the opinions so far; those left empty stay as they are.
     *
     * @throws NoSuchElementException for whoever is neither the clerk nor acts in the clerk's place
     * @throws Refusal for an opinion or a finding that the case does not have, or when the plan is no longer open
     */
    @Transactional
    public void answer(String actor, CaseKey key, List<OpinionAnswer> answers) {
        var clerk = duties.capacity(actor, Role.RECTIFICATION_OFFICE, key.organisationId())
                .orElseThrow(() -> new NoSuchElementException("not the clerk: " + actor));
        store.lock(key).demandOpen();
        answerOpinions(actor, key, answers);
        InPlaceOf.run(clerk, () -> record(actor, key, "OPINIONS_ANSWERED", Map.of("answers", answers.size())));
    }

    private void answerOpinions(String actor, CaseKey key, List<OpinionAnswer> answers) {
        var given = answers.stream()
                .filter(each -> each.answer() != null && !each.answer().isBlank())
                .toList();
        var own = given.isEmpty() ? List.of() : findings.idsOf(key.roundId(), key.organisationId());
        for (var each : given) {
            if (each.answer().length() > LONGEST_ANSWER) {
                throw Refusal.of("answers", "反馈意见第" + each.number() + "条的回应不得超过" + LONGEST_ANSWER + "字。");
            }
            if (!own.containsAll(each.findings())) {
                throw Refusal.of("answers", "反馈意见第" + each.number() + "条对应的问题请从本单位的问题中选择。");
            }
        }
        if (store.answer(key, given, actor) != given.size()) {
            throw Refusal.of("answers", "回应的意见编号不在反馈意见之中。");
        }
    }

    private void record(String actor, CaseKey key, String kind, Map<String, ?> content) {
        trail.organisation(actor, key.roundId(), key.organisationId(), kind, content);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
