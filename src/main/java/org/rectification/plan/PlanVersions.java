package org.rectification.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The issued plan and every version after it: each an immutable copy with its hash and the reason for it. */
@Service
public class PlanVersions {

    private final PlanStore store;
    private final PlanSnapshots snapshots;
    private final PlanSubmissions submissions;
    private final Trail trail;

    PlanVersions(PlanStore store, PlanSnapshots snapshots, PlanSubmissions submissions, Trail trail) {
        this.store = store;
        this.snapshots = snapshots;
        this.submissions = submissions;
        this.trail = trail;
    }

    /** The plan as it is issued becomes version 1. */
    @Transactional(propagation = Propagation.MANDATORY)
    void issue(String actor, Plan plan, Map<String, LineContent> lines) {
        snapshots.freeze(plan, VersionKind.ISSUE, null, null, actor, lines);
    }

    /**
     * The plan as it stands now becomes the next version; nothing happens where it says what the last one says.
     *
     * @param amendmentId the amendment that it comes from; null: owners alone
     * @return the number of the last version
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int next(String actor, CaseKey key, String reason, @Nullable String amendmentId) {
        var plan = store.lock(key);
        var last = snapshots.latest(key).orElseThrow().version();
        var now = new LinkedHashMap<>(submissions.current(key, actor));
        // What was added after the issue is no part of the plan before an amendment brings it in.
        now.keySet().retainAll(store.inBaseline(key));
        var changes = LineDifference.between(snapshots.lines(PlanSnapshots.Kind.VERSION, key, last), now);
        if (changes.isEmpty()) {
            return last;
        }
        var kind = amendmentId == null ? VersionKind.OWNERS : VersionKind.AMENDMENT;
        var number = snapshots.freeze(plan, kind, reason, amendmentId, actor, now);
        record(actor, key, number, kind, reason, changes);
        return number;
    }

    private void record(
            String actor, CaseKey key, int number, VersionKind kind, String reason, List<LineDifference> changes) {
        var content = new LinkedHashMap<String, Object>();
        content.put("version", number);
        content.put("kind", kind);
        content.put("reason", reason);
        content.put("changes", changes);
        trail.organisation(actor, key.roundId(), key.organisationId(), "PLAN_VERSION_FROZEN", content);
    }
}
