package org.rectification.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.lang.Nullable;

/** What changes during a finding's life. Only {@link Finding} decides how; the store only copies. */
final class FindingLife {

    FindingState state = FindingState.REGISTERED;

    @Nullable Owners owners;

    LocalDate dueOn;
    LocalDate originalDueOn;
    boolean baseline;

    @Nullable String doer;

    @Nullable String filledInBy;

    @Nullable ReportedResult result;

    @Nullable Routing routing;

    List<String> reviewers = new ArrayList<>();

    /** Who did, entered or reviewed results that came back: a new attempt does not wash their hands. */
    Set<String> earlierWorkers = new LinkedHashSet<>();

    Set<String> earlierReviewers = new LinkedHashSet<>();

    /** Who reported or entered a single measure, and whose part of the work it was (配合责任人): read, never saved. */
    Set<String> helpers = new LinkedHashSet<>();

    int returns;

    @Nullable String returnReason;

    /** Who sent it back and with which verdict, as a phrase for people. */
    @Nullable String returnedAs;

    @Nullable Verdict verdict;

    @Nullable String verifiedBy;

    @Nullable String confirmedBy;

    @Nullable String consentedBy;

    @Nullable Instant struckOffAt;

    @Nullable LocalDate continuedUntil;

    int continuations;

    @Nullable LocalDate extendedUntil;

    int extensions;

    @Nullable LocalDate nextReviewOn;

    int version;

    FindingLife(LocalDate dueOn, LocalDate originalDueOn) {
        this.dueOn = dueOn;
        this.originalDueOn = originalDueOn;
    }

    /** Who did the work or entered it for others, now or in an attempt that came back: they never review it. */
    Set<String> workers() {
        var workers = new LinkedHashSet<>(earlierWorkers);
        workers.addAll(helpers);
        workers.add(doer);
        workers.add(filledInBy);
        workers.remove(null);
        return workers;
    }

    /** Everybody who had a hand in it or answers for it: they never verify it. */
    Set<String> hands() {
        var hands = workers();
        hands.addAll(earlierReviewers);
        hands.addAll(reviewers);
        if (owners != null) {
            hands.add(owners.leader());
            hands.add(owners.person());
        }
        return hands;
    }

    /** The result in hand came back and a new one takes its place; who had a hand in it stays known. */
    void startAgain() {
        earlierWorkers = workers();
        earlierReviewers.addAll(reviewers);
        routing = null;
        reviewers = new ArrayList<>();
        verdict = null;
        verifiedBy = null;
        confirmedBy = null;
        consentedBy = null;
    }

    /** Plain data for the event trail; the keys are column names. */
    Map<String, Object> snapshot() {
        var all = new LinkedHashMap<String, Object>();
        all.put("state", state.name());
        all.put("leader", owners == null ? null : owners.leader());
        all.put("branch", owners == null ? null : owners.branch());
        all.put("person", owners == null ? null : owners.person());
        all.put("due_on", dueOn.toString());
        all.put("baseline", baseline);
        all.put("doer", doer);
        all.put("filled_in_by", filledInBy);
        all.put("result", result == null ? null : result.text());
        all.put("measures", result == null ? null : result.measures());
        all.put("claimed_amount", result == null ? null : result.claimedAmount());
        all.put("route", routing == null ? null : routing.rule());
        all.put("reviewers", List.copyOf(reviewers));
        all.put("returns", returns);
        all.put("return_reason", returnReason);
        all.put("returned_as", returnedAs);
        all.put("verdict", verdict == null ? null : verdict.name());
        all.put("verified_by", verifiedBy);
        all.put("confirmed_by", confirmedBy);
        all.put("consented_by", consentedBy);
        all.put("struck_off_at", struckOffAt == null ? null : struckOffAt.toString());
        all.put("continued_until", continuedUntil == null ? null : continuedUntil.toString());
        all.put("extensions", extensions);
        all.put("next_review_on", nextReviewOn == null ? null : nextReviewOn.toString());
        return all;
    }
}
