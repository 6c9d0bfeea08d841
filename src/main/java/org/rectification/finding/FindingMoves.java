package org.rectification.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way every move takes: lock the row, let the finding decide, save it, record what changed. */
@Component
class FindingMoves {

    private final FindingStore store;
    private final Trail trail;

    FindingMoves(FindingStore store, Trail trail) {
        this.store = store;
        this.trail = trail;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Finding move(String actor, String findingId, String kind, @Nullable String note, Consumer<Finding> move) {
        var finding = store.lock(findingId);
        apply(actor, finding, kind, note, move);
        return finding;
    }

    /** Moves a finding whose row is locked already. */
    @Transactional(propagation = Propagation.MANDATORY)
    void apply(String actor, Finding finding, String kind, @Nullable String note, Consumer<Finding> move) {
        var before = finding.snapshot();
        move.accept(finding);
        var after = finding.snapshot();
        if (before.equals(after)) {
            return;
        }
        store.save(finding);
        note(actor, finding, kind, changed(before, after), changed(after, before), note);
    }

    /** As {@link #apply}, and an act that changes nothing about the finding itself leaves its trace all the same. */
    @Transactional(propagation = Propagation.MANDATORY)
    void applyAlways(String actor, Finding finding, String kind, @Nullable String note, Consumer<Finding> move) {
        var before = finding.snapshot();
        apply(actor, finding, kind, note, move);
        if (before.equals(finding.snapshot())) {
            note(actor, finding, kind, null, null, note);
        }
    }

    /** Records an act around a finding. */
    @Transactional(propagation = Propagation.MANDATORY)
    void note(
            String actor,
            Finding finding,
            String kind,
            @Nullable Map<String, ?> before,
            @Nullable Map<String, ?> after,
            @Nullable String note) {
        var facts = finding.facts();
        trail.finding(actor, facts.roundId(), facts.organisationId(), facts.id(), kind, before, after, note);
    }

    /** As {@link #apply} for many findings at once, for moves that change nothing but state, baseline and days. */
    @Transactional(propagation = Propagation.MANDATORY)
    void applyDates(String actor, List<Finding> findings, String kind, @Nullable String note, Consumer<Finding> move) {
        var moved = new ArrayList<Finding>();
        var events = new ArrayList<Trail.OfFinding>();
        for (var finding : findings) {
            var before = finding.snapshot();
            move.accept(finding);
            var after = finding.snapshot();
            if (!before.equals(after)) {
                var facts = finding.facts();
                moved.add(finding);
                events.add(new Trail.OfFinding(
                        facts.roundId(),
                        facts.organisationId(),
                        facts.id(),
                        changed(before, after),
                        changed(after, before)));
            }
        }
        store.saveDates(moved);
        trail.findings(actor, kind, events, note);
    }

    private static Map<String, Object> changed(Map<String, Object> from, Map<String, Object> to) {
        var changed = new LinkedHashMap<String, Object>();
        from.forEach((key, value) -> {
            if (!Objects.equals(value, to.get(key))) {
                changed.put(key, value);
            }
        });
        return changed;
    }
}
