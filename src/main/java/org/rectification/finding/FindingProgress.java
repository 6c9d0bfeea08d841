package org.rectification.finding;

import org.springframework.stereotype.Component;

/** The ledger's answers to the questions at a finding's gateways, read inside the transaction that moved it. */
@Component("findingProgress")
public class FindingProgress {

    private static final int RETURNS_THAT_ALERT = 3;

    private final FindingStore store;

    FindingProgress(FindingStore store) {
        this.store = store;
    }

    public boolean underReview(String findingId) {
        return store.get(findingId).state() == FindingState.LEADER_REVIEW;
    }

    public boolean underVerification(String findingId) {
        return store.get(findingId).state() == FindingState.VERIFICATION;
    }

    public boolean awaitsConfirmation(String findingId) {
        return store.get(findingId).verification().awaitsConfirmation();
    }

    /** {@code DONE}, {@code LONG_TERM} or {@code RETURNED}. */
    public String outcome(String findingId) {
        var finding = store.get(findingId);
        return finding.state() == FindingState.VERIFICATION
                ? finding.verdict().orElseThrow().name()
                : "RETURNED";
    }

    /** Whether it stands in the issued plan; the answer holds until the end of the transaction that verified it. */
    public boolean planFrozen(String findingId) {
        return store.get(findingId).inBaseline();
    }

    /** Whether it is still done, measured against the plan that has been issued since. */
    public boolean verdictStands(String findingId) {
        return store.get(findingId).awaitsStrikeOff();
    }

    public boolean consentGiven(String findingId) {
        return store.get(findingId).life().consentedBy != null;
    }

    /** The third return and every false claim go to the Secretary (S31, S47). */
    public boolean alertNeeded(String findingId) {
        var finding = store.get(findingId);
        return finding.returns() == RETURNS_THAT_ALERT || falsified(finding);
    }

    /** What an accountability suggestion after a return is about: {@code FALSIFIED} or {@code RETURNED_REPEATEDLY}. */
    public String triggerOfReturn(String findingId) {
        return falsified(store.get(findingId)) ? "FALSIFIED" : "RETURNED_REPEATEDLY";
    }

    private static boolean falsified(Finding finding) {
        return finding.verdict().orElse(null) == Verdict.FALSIFIED;
    }
}
