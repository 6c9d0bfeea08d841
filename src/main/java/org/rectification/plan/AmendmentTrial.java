package org.rectification.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.plan.AmendedLines.Amended;
import org.rectification.plan.LineDifference.FieldChange;
import org.rectification.privacy.PersonalDataGuard;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what {@link PlanAmendments#submit} would say to whole lines, as from a sheet, and puts them as amendments; stores nothing. */
@Service
public class AmendmentTrial {

    private static final String CLEARED = "方案印发后，此栏不能改为空。";

    private final PlanLineStore store;
    private final PlanAmendments amendments;
    private final AmendedLines amended;
    private final PlanSnapshots snapshots;
    private final PersonalDataGuard personalData;

    AmendmentTrial(
            PlanLineStore store,
            PlanAmendments amendments,
            AmendedLines amended,
            PlanSnapshots snapshots,
            PersonalDataGuard personalData) {
        this.store = store;
        this.amendments = amendments;
        this.amended = amended;
        this.snapshots = snapshots;
        this.personalData = personalData;
    }

    /**
     * What would become of one entry that changes something.
     *
     * @param changedMeanwhile whether the line says something else than it did when it was read
     * @param amendment the same as it can be handed in
     */
    public record Outcome(
            String label,
            List<FieldChange> changes,
            List<Violation> violations,
            boolean changedMeanwhile,
            LineAmendment amendment) {}

    /**
     * Lines of an issued plan, in its order.
     *
     * @throws Refusal for anybody but the clerk, and as long as the plan is not issued
     */
    @Transactional(readOnly = true)
    public Map<String, PlanLineView> lines(String actor, CaseKey key) {
        if (!amendments.mayPropose(actor, key.organisationId())) {
            throw Refusal.of("方案调整由整改办提出，您没有这项职责。");
        }
        if (snapshots.latest(key).isEmpty()) {
            throw Refusal.of("整改方案尚未印发，请在“整改方案编制表”页上传。");
        }
        var lines = new LinkedHashMap<String, PlanLineView>();
        store.ofCase(key, actor).forEach(each -> lines.put(each.line().subject().findingId(), PlanLineView.of(each)));
        return lines;
    }

    /**
     * @param entries by findings of the plan
     * @param read fingerprint of each line as the clerk read it
     * @return by finding; entries that say what the line says already are left out
     */
    @Transactional(readOnly = true)
    public Map<String, Outcome> of(
            String actor, CaseKey key, Map<String, PlanLineEntry> entries, Map<String, String> read) {
        var officers = store.officers(key.organisationId());
        var lines = store.ofCase(key, actor).stream()
                .collect(Collectors.toMap(line -> line.line().subject().findingId(), Function.identity()));
        var outcomes = new LinkedHashMap<String, Outcome>();
        entries.forEach((findingId, entry) -> {
            var before = lines.get(findingId);
            var line = new Amended(before, before.with(PlanLineTrial.proposed(before, entry, officers)));
            var differences = amended.differences(List.of(line));
            if (!differences.isEmpty()) {
                outcomes.put(findingId, outcome(line, entry, differences.get(0).changes(), read.get(findingId)));
            }
        });
        return outcomes;
    }

    private Outcome outcome(Amended line, PlanLineEntry entry, List<FieldChange> changes, @Nullable String read) {
        var violations = new ArrayList<>(personalData.foreseen(entry));
        amended.check(line, "", violations);
        changes.stream()
                .filter(change -> change.after() == null)
                .map(change -> FIELDS.get(change.field()))
                .filter(field ->
                        violations.stream().noneMatch(each -> each.field().equals(field)))
                .map(field -> new Violation(field, CLEARED))
                .toList()
                .forEach(violations::add);
        return new Outcome(
                line.before().label(),
                changes,
                violations,
                !LineFingerprint.of(line.before()).equals(read),
                amendment(line, entry, changes));
    }

    /** Field of a {@link LineAmendment} by the field of a line that it changes. */
    private static final Map<LineField, String> FIELDS = new EnumMap<>(Map.ofEntries(
            Map.entry(LineField.MEASURES, "measures"),
            Map.entry(LineField.GOAL, "goal"),
            Map.entry(LineField.DUE_ON, "dueOn"),
            Map.entry(LineField.LEADER, "leader"),
            Map.entry(LineField.BRANCH, "branch"),
            Map.entry(LineField.PERSON, "person"),
            Map.entry(LineField.ROOT_CAUSE, "rootCause"),
            Map.entry(LineField.SIMILAR_CHECK, "similarCheck"),
            Map.entry(LineField.SIMILAR_CHECKED, "similarChecked"),
            Map.entry(LineField.SIMILAR_FOUND, "similarFound"),
            Map.entry(LineField.NO_NOW_REASON, "noNowReason"),
            Map.entry(LineField.NO_LASTING_REASON, "noLastingReason"),
            Map.entry(LineField.OWNER_REASON, "ownerReason")));

    /** Only what changes: what is left out stays as it is. */
    private static LineAmendment amendment(Amended line, PlanLineEntry entry, List<FieldChange> changes) {
        var changed = changes.stream().map(FieldChange::field).collect(Collectors.toSet());
        return new LineAmendment(
                line.finding(),
                changed.contains(LineField.MEASURES) ? entry.measures() : null,
                changed.contains(LineField.GOAL) ? entry.goal() : null,
                changed.contains(LineField.DUE_ON) ? entry.dueOn() : null,
                changed.contains(LineField.LEADER) ? entry.leader() : null,
                changed.contains(LineField.BRANCH) ? entry.branch() : null,
                changed.contains(LineField.PERSON) ? entry.person() : null,
                changed.contains(LineField.OWNER_REASON) ? entry.ownerReason() : null,
                changed.contains(LineField.ROOT_CAUSE) ? entry.rootCause() : null,
                changed.contains(LineField.SIMILAR_CHECK) ? entry.similarCheck() : null,
                changed.contains(LineField.SIMILAR_CHECKED) ? entry.similarChecked() : null,
                changed.contains(LineField.SIMILAR_FOUND) ? entry.similarFound() : null,
                changed.contains(LineField.NO_NOW_REASON) ? entry.noNowReason() : null,
                changed.contains(LineField.NO_LASTING_REASON) ? entry.noLastingReason() : null);
    }
}
