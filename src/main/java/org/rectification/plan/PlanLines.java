package org.rectification.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.engine.InPlaceOf;
import org.rectification.finding.Findings;
import org.rectification.finding.Owners;
import org.rectification.people.Absences;
import org.rectification.people.Visibility;
import org.rectification.privacy.PersonalDataGuard;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lines of plans, row by row: each is read and saved by itself, in its own transaction. */
@Service
public class PlanLines {

    private static final String FIRST_OWNERS = "编制整改方案时明确";

    private final PlanLineStore store;
    private final Findings findings;
    private final Absences absences;
    private final Visibility visibility;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final PersonalDataGuard personalData;

    PlanLines(
            PlanLineStore store,
            Findings findings,
            Absences absences,
            Visibility visibility,
            Trail trail,
            ApplicationEventPublisher events,
            PersonalDataGuard personalData) {
        this.personalData = personalData;
        this.store = store;
        this.findings = findings;
        this.absences = absences;
        this.visibility = visibility;
        this.trail = trail;
        this.events = events;
    }

    /** Whether {@link #save} would take a line of this finding from the person. */
    @Transactional(readOnly = true)
    public boolean mayWrite(String personId, String findingId) {
        return store.find(findingId, inWhosePlace(personId, findingId).orElse(personId))
                .filter(line -> line.mayEdit() && line.planState().open())
                .isPresent();
    }

    /**
     * The lines of a round that the person may work on, township first, then village by village.
     *
     * @param ownOnly only those that the person drafts
     */
    @Transactional(readOnly = true)
    public List<PlanLineView> list(String personId, String roundId, boolean ownOnly) {
        return writable(personId, roundId, store.ofRound(roundId, personId))
                .filter(line -> !ownOnly || line.actorIsDrafter())
                .map(PlanLineView::of)
                .toList();
    }

    /** @param all lines of the round as the person has them; to these come those of whoever the person stands in for */
    private Stream<PlannedLine> writable(String personId, String roundId, List<PlannedLine> all) {
        var own = all.stream().filter(PlannedLine::mayEdit).toList();
        var known = own.stream().map(line -> line.line().subject().findingId()).collect(Collectors.toSet());
        var inPlaceOfOthers = absences.absentees(personId).stream()
                .flatMap(absent -> store.ofRound(roundId, absent).stream())
                .filter(PlanLines::forSubstitutes)
                .filter(line -> !known.contains(line.line().subject().findingId()));
        return Stream.concat(own.stream(), inPlaceOfOthers);
    }

    /**
     * Every line of a round that the person may read, whether or not it is theirs to write; written as whoever may write it
     * sees it.
     *
     * @return by finding
     */
    @Transactional(readOnly = true)
    public Map<String, PlanLineView> readable(String personId, String roundId) {
        var lines = new LinkedHashMap<String, PlanLineView>();
        var all = store.ofRound(roundId, personId);
        writable(personId, roundId, all)
                .map(PlanLineView::of)
                .forEach(line -> lines.putIfAbsent(line.findingId(), line));
        var seen = all.stream()
                .map(line -> line.key().organisationId())
                .distinct()
                .flatMap(organisation -> visibility.findingsOf(personId, roundId, organisation).stream())
                .collect(Collectors.toSet());
        all.stream()
                .filter(line -> seen.contains(line.line().subject().findingId()))
                .filter(line -> !lines.containsKey(line.line().subject().findingId()))
                .map(PlanLineView::of)
                .forEach(line -> lines.put(line.findingId(), line));
        return lines;
    }

    /**
     * Lines of findings that the person is known to see; findings without a line are left out.
     *
     * @return by finding
     */
    @Transactional(readOnly = true)
    public Map<String, PlanLineView> ofFindings(String personId, Collection<String> findingIds) {
        return store.ofFindings(findingIds, personId).stream()
                .map(PlanLineView::of)
                .collect(Collectors.toMap(PlanLineView::findingId, Function.identity()));
    }

    /**
     * Saves a line as a whole. Whoever is not its drafter fills in for them (代填): both names stay.
     *
     * @throws NoSuchElementException when the person has no such line
     * @throws Refusal with everything that is wrong, or when the plan is no longer open
     */
    @Transactional
    public void save(String personId, String findingId, PlanLineEntry entry) {
        save(personId, findingId, entry, null);
    }

    /**
     * As {@link #save(String, String, PlanLineEntry)}, unless the line changed since it was read: what somebody else wrote
     * meanwhile is not overwritten silently.
     *
     * @param fingerprint of the line as it was read, see {@link PlanLineView#fingerprint}; null: whatever it was
     */
    @Transactional
    public void save(String personId, String findingId, PlanLineEntry entry, @Nullable String fingerprint) {
        var own = lock(personId, findingId, entry);
        if (own.filter(PlannedLine::mayEdit).isPresent()) {
            save(personId, own.get(), findingId, entry, fingerprint);
            return;
        }
        // Asked only here: nearly everybody saves lines of their own.
        var absent = inWhosePlace(personId, findingId);
        InPlaceOf.call(absent, () -> {
            save(
                    personId,
                    absent.flatMap(other -> lock(other, findingId, entry)).orElse(null),
                    findingId,
                    entry,
                    fingerprint);
            return null;
        });
    }

    private Optional<PlannedLine> lock(String capacity, String findingId, PlanLineEntry entry) {
        return store.lock(findingId, capacity, entry.leader(), entry.person());
    }

    /** A line is on its way to somebody else: nobody's draft of it stays. */
    void givenBack(String personId, CaseKey key, String findingId, String reason) {
        personalData.check(personId, key.roundId(), key.organisationId(), findingId, Map.of("reason", reason));
        events.publishEvent(new PlanLineSettled(personId, findingId, true));
    }

    /**
     * A substitute works on what the absent person works on (代行职责), as drafter or filling in for one, unless it is for the
     * principal's eyes.
     */
    Optional<String> inWhosePlace(String personId, String findingId) {
        var absentees = absences.absentees(personId);
        if (absentees.isEmpty()
                || store.find(findingId, personId).filter(PlannedLine::mayEdit).isPresent()) {
            return Optional.empty();
        }
        return absentees.stream()
                .filter(absent -> store.find(findingId, absent)
                        .filter(PlanLines::forSubstitutes)
                        .isPresent())
                .findFirst();
    }

    static boolean forSubstitutes(PlannedLine line) {
        return line.mayEdit() && !line.line().subject().principalOnly();
    }

    private void save(
            String personId,
            @Nullable PlannedLine locked,
            String findingId,
            PlanLineEntry entry,
            @Nullable String fingerprint) {
        var before = editable(locked);
        if (fingerprint != null && !fingerprint.equals(LineFingerprint.of(before))) {
            throw Refusal.of("fingerprint", before.line().subject().label() + LineFingerprint.CHANGED);
        }
        personalData.check(personId, before.key().roundId(), before.key().organisationId(), findingId, entry);
        if (before.bounced() != null) {
            throw Refusal.of(before.label() + "已被退回，请先重新分解并说明理由，再编制。");
        }
        var line = merge(before.line(), entry);
        Refusal.ifAny(violations(before, line, entry));
        var filledInBy = before.actorIsDrafter() ? null : personId;
        store.save(findingId, line, personId, filledInBy);
        giveToOwners(personId, before, line, entry.ownerReason());
        trail.finding(
                personId,
                before.key().roundId(),
                before.key().organisationId(),
                findingId,
                "PLAN_LINE_SAVED",
                before.saved() ? content(before.line()) : null,
                content(line),
                filledInBy == null ? null : "代填：" + before.drafter().name());
        events.publishEvent(new PlanLineSettled(personId, findingId, false));
    }

    static List<Violation> violations(PlannedLine before, PlanLine line, PlanLineEntry entry) {
        var found = new ArrayList<>(line.violations(before.period()));
        for (var i = 0; i < entry.measures().size(); i++) {
            var given = entry.measures().get(i);
            if (before.line().measures().stream().anyMatch(given::changes)) {
                found.add(new Violation("measures[" + i + "].text", "共性问题的措施由镇级统一制定，请在共性问题中修改。"));
            }
        }
        ownerChange(before, line).ifPresent(found::add);
        return found;
    }

    /** Who may change who answers for a finding, and only with a reason. */
    private static Optional<Violation> ownerChange(PlannedLine before, PlanLine line) {
        var former = before.owners();
        if (former == null
                || line.leader() == null
                || line.person() == null
                || line.leader().id().equals(former.leader())
                        && line.person().id().equals(former.person())) {
            return Optional.empty();
        }
        if (!before.actorIsClerk()) {
            return Optional.of(new Violation("person", "责任领导和责任人员的调整由整改办办理，请退回并说明理由。"));
        }
        return line.ownerReason() == null || line.ownerReason().isBlank()
                ? Optional.of(new Violation("ownerReason", "调整责任领导或责任人员须说明理由。"))
                : Optional.empty();
    }

    private static PlannedLine editable(@Nullable PlannedLine line) {
        if (line == null || !line.mayEdit()) {
            throw new NoSuchElementException("no such line for this person");
        }
        line.demandOpen();
        return line;
    }

    /** The owners in {@code line} are the proposed ones already. */
    static PlanLine merge(PlanLine line, PlanLineEntry entry) {
        return new PlanLine(
                line.subject(),
                line.leader(),
                entry.branch() == null ? line.branch() : entry.branch(),
                line.person(),
                entry.rootCause(),
                entry.similarCheck(),
                entry.similarChecked(),
                entry.similarFound(),
                entry.goal(),
                entry.dueOn(),
                Measure.keepingIdentity(line.measures(), entry.measures()),
                entry.noNowReason(),
                entry.noLastingReason(),
                entry.ownerReason());
    }

    private void giveToOwners(String personId, PlannedLine before, PlanLine line, @Nullable String reason) {
        var owners = new Owners(
                Objects.requireNonNull(line.leader()).id(),
                line.branch(),
                Objects.requireNonNull(line.person()).id());
        var former = before.owners();
        if (owners.equals(former)) {
            return;
        }
        findings.assign(
                personId,
                line.subject().findingId(),
                owners,
                reason == null || reason.isBlank() ? FIRST_OWNERS : reason);
    }

    private static Map<String, Object> content(PlanLine line) {
        var content = new LinkedHashMap<String, Object>();
        content.put("measures", line.measures());
        content.put("goal", line.goal());
        content.put("dueOn", line.dueOn());
        content.put("leader", line.leader() == null ? null : line.leader().id());
        content.put("branch", line.branch());
        content.put("person", line.person() == null ? null : line.person().id());
        content.put("rootCause", line.rootCause());
        content.put("similarCheck", line.similarCheck());
        content.put("similarChecked", line.similarChecked());
        content.put("similarFound", line.similarFound());
        content.put("noNowReason", line.noNowReason());
        content.put("noLastingReason", line.noLastingReason());
        content.put("ownerReason", line.ownerReason());
        return content;
    }
}
