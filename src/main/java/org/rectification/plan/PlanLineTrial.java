package org.rectification.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.people.Absences;
import org.rectification.plan.LineDifference.FieldChange;
import org.rectification.privacy.PersonalDataGuard;
import org.rectification.refusal.Refusal.Violation;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what {@link PlanLines#save} would say to any number of entries, in two statements and storing nothing. */
@Service
public class PlanLineTrial {

    private static final String NOT_THEIRS = "这一条方案内容不由您填写，不能改动。";

    private final PlanLineStore store;
    private final Absences absences;
    private final PersonalDataGuard personalData;

    PlanLineTrial(PlanLineStore store, Absences absences, PersonalDataGuard personalData) {
        this.personalData = personalData;
        this.store = store;
        this.absences = absences;
    }

    /**
     * What each entry would change, and what is wrong with it; that a line is not the person's to write is one of the things
     * that are wrong with a change.
     *
     * @param entries by findings whose lines the person may read
     * @param read fingerprint of each line as the person read it
     * @return by finding
     */
    @Transactional(readOnly = true)
    public Map<String, Outcome> of(
            String personId, String roundId, Map<String, PlanLineEntry> entries, Map<String, String> read) {
        var all = store.ofRound(roundId, personId);
        var own = all.stream().filter(PlannedLine::mayEdit);
        var inPlace = absences.absentees(personId).stream()
                .flatMap(absent -> store.ofRound(roundId, absent).stream())
                .filter(PlanLines::forSubstitutes);
        var lines = Stream.of(own, inPlace, all.stream())
                .flatMap(Function.identity())
                .collect(Collectors.toMap(
                        line -> line.line().subject().findingId(), Function.identity(), (mine, theirs) -> mine));
        var officers = new HashMap<String, Map<String, Officer>>();
        var outcomes = new LinkedHashMap<String, Outcome>();
        entries.forEach((findingId, entry) -> {
            var before = lines.get(findingId);
            if (before != null) {
                var here = officers.computeIfAbsent(before.key().organisationId(), store::officers);
                var outcome = outcome(before, entry, here, read.get(findingId));
                outcomes.put(findingId, before.mayEdit() ? outcome : outcome.closed(NOT_THEIRS));
            }
        });
        var changed = outcomes.entrySet().stream()
                .filter(each -> each.getValue().changedMeanwhile())
                .map(Map.Entry::getKey)
                .toList();
        store.lastSaved(changed).forEach((id, who) -> outcomes.computeIfPresent(id, (key, it) -> it.changedBy(who)));
        return outcomes;
    }

    /** The line as the entry would have it. */
    static PlanLine proposed(PlannedLine before, PlanLineEntry entry, Map<String, Officer> officers) {
        var line = before.line();
        return PlanLines.merge(
                line.ownedBy(
                        officers.getOrDefault(entry.leader(), line.leader()),
                        officers.getOrDefault(entry.person(), line.person())),
                entry);
    }

    private Outcome outcome(
            PlannedLine before, PlanLineEntry entry, Map<String, Officer> officers, @Nullable String read) {
        var line = proposed(before, entry, officers);
        var differences = LineDifference.between(
                Map.of("", LineContent.of(before)), Map.of("", LineContent.of(before.with(line))));
        return new Outcome(
                line.subject().label(),
                differences.isEmpty() ? List.of() : differences.get(0).changes(),
                Stream.concat(personalData.foreseen(entry).stream(), PlanLines.violations(before, line, entry).stream())
                        .toList(),
                closed(before),
                !LineFingerprint.of(before).equals(read),
                null);
    }

    @Nullable private static String closed(PlannedLine before) {
        if (!before.planState().open()) {
            return "整改方案" + before.planState().label() + "，不能修改。";
        }
        return before.bounced() == null ? null : "已被退回，请先重新分解并说明理由，再编制。";
    }

    /**
     * What would become of one entry.
     *
     * @param closed why the line cannot change now, null while it can
     * @param changedMeanwhile whether the line says something else than it did when it was read
     * @param changedBy who saved it last and when, in words
     */
    public record Outcome(
            String label,
            List<FieldChange> changes,
            List<Violation> violations,
            @Nullable String closed,
            boolean changedMeanwhile,
            @Nullable String changedBy) {

        Outcome closed(String why) {
            return new Outcome(label, changes, violations, why, changedMeanwhile, changedBy);
        }

        Outcome changedBy(String who) {
            return new Outcome(label, changes, violations, closed, changedMeanwhile, who);
        }
    }
}
