package org.rectification.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.rectification.finding.FindingReassigned;
import org.rectification.finding.Findings;
import org.rectification.round.CaseKey;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Other people answer for findings of an issued plan: that too is another version. One per plan and transaction, however
 * many findings change hands in it, made at the very end, so that an amendment that also changes owners makes one only.
 */
@Component
class OwnerChanges {

    private final Plans plans;
    private final PlanVersions versions;
    private final Findings findings;

    OwnerChanges(Plans plans, PlanVersions versions, Findings findings) {
        this.plans = plans;
        this.versions = versions;
        this.findings = findings;
    }

    @EventListener
    void on(FindingReassigned event) {
        var facts = findings.get(event.findingId()).facts();
        if (plans.isIssued(facts.roundId(), facts.organisationId())) {
            pending().note(new CaseKey(facts.roundId(), facts.organisationId()), event);
        }
    }

    private Pending pending() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Pending pending) {
            return pending;
        }
        var pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private final class Pending implements TransactionSynchronization {

        private final Map<CaseKey, Set<String>> reasons = new LinkedHashMap<>();
        private String actor = "";

        void note(CaseKey key, FindingReassigned event) {
            actor = event.actor();
            reasons.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(event.reason());
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(OwnerChanges.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(OwnerChanges.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            reasons.forEach((key, why) -> versions.next(actor, key, String.join("；", why), null));
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(OwnerChanges.this);
        }
    }
}
