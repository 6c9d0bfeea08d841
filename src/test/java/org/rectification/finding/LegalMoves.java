package org.rectification.finding;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * What a finding may do, told a second time and in other words than {@link Finding}: a table of conditions on plain fields.
 * The two are compared move by move.
 */
final class LegalMoves {

    /** A mistake to be planted on purpose, so that the comparison is seen to notice it. */
    enum Mistake {
        NONE,
        ANYBODY_VERIFIES,
        NO_PLAN_NEEDED,
        CONFIRMATION_FORGOTTEN,
        RETURNS_NOT_COUNTED,
        ORIGINAL_DATE_MOVES,
        EXTENDED_WITHOUT_END,
        ANYTHING_RECURS,
        REBOUND_NOT_COUNTED
    }

    /** Local defaults, told again. */
    static final int MOST_EXTENSIONS = 3;

    private final Mistake mistake;
    private final boolean town;
    private final LocalDate completeBy;
    private final Set<String> standIns;

    FindingState state = FindingState.REGISTERED;
    LocalDate due;
    LocalDate original;
    boolean inPlan;
    boolean continued;
    int extensions;
    int returns;
    int rebounds;
    Verdict verdict;
    String verifier;
    String confirmer;
    String consenter;
    private boolean routed;
    private boolean confirmationNeeded;
    private String responsible = "doer";
    private final Set<String> workers = new HashSet<>();
    private final Set<String> reviewers = new HashSet<>();
    private boolean reviewed;

    LegalMoves(Mistake mistake, boolean town, Set<String> standIns, LocalDate due) {
        this.mistake = mistake;
        this.town = town;
        this.standIns = standIns;
        this.due = due;
        this.completeBy = due;
        this.original = due;
    }

    private boolean settled() {
        return state == FindingState.STRUCK_OFF || state == FindingState.LONG_TERM;
    }

    private boolean atWork() {
        return !settled() && state != FindingState.LEADER_REVIEW && state != FindingState.VERIFICATION;
    }

    private boolean verified(Verdict as) {
        return state == FindingState.VERIFICATION && verdict == as && !confirmationMissing();
    }

    private boolean confirmationMissing() {
        return confirmationNeeded && confirmer == null && mistake != Mistake.CONFIRMATION_FORGOTTEN;
    }

    private boolean independent(String who) {
        return mistake == Mistake.ANYBODY_VERIFIES
                || !workers.contains(who)
                        && !reviewers.contains(who)
                        && !who.equals("leader")
                        && !who.equals(responsible)
                        && !standIns.contains(who);
    }

    /** Before the completion date of the case, and up to it; afterwards only what is continued has a date to extend. */
    private boolean roomToExtend() {
        return (extensions < MOST_EXTENSIONS || mistake == Mistake.EXTENDED_WITHOUT_END)
                && (continued || !due.plusDays(FindingSequencesTest.LONGER).isAfter(completeBy));
    }

    boolean allows(FindingSequencesTest.Act act, String who) {
        return switch (act) {
            case PLAN, FREEZE -> true;
            case MEASURE_DONE, REPORT, FILL_IN -> atWork();
            case REPORT_PUNISHMENT_ONLY -> atWork() && !town;
            case ASSIGN -> !settled() && !who.equals(verifier) && !"leader".equals(verifier);
            case ROUTE, ROUTE_CONFIRMED -> state == FindingState.LEADER_REVIEW;
            case ACCEPT, SEND_BACK ->
                state == FindingState.LEADER_REVIEW && routed && who.equals("leader") && !workers.contains(who);
            case DONE, MOSTLY_DONE, NOT_DONE, LONG_TERM, FALSIFIED ->
                state == FindingState.VERIFICATION && verdict == null && independent(who);
            case CONFIRM, REFUSE_TO_CONFIRM ->
                state == FindingState.VERIFICATION
                        && verdict != null
                        && confirmationNeeded
                        && confirmer == null
                        && independent(who)
                        && !who.equals(verifier);
            case CONSENT, REFUSE_CONSENT -> verified(Verdict.LONG_TERM) && consenter == null && independent(who);
            case CONTINUE, AMEND_LIMIT ->
                !settled()
                        && !verified(Verdict.DONE)
                        && !(act == FindingSequencesTest.Act.AMEND_LIMIT && (continued || extensions > 0));
            case EXTEND -> !settled() && !verified(Verdict.DONE) && roomToExtend();
            case LONG_TERM_LIST -> verified(Verdict.LONG_TERM) && consenter != null;
            case RECUR -> state == FindingState.STRUCK_OFF || mistake == Mistake.ANYTHING_RECURS;
            case STRIKE_OFF -> verified(Verdict.DONE) && (inPlan || mistake == Mistake.NO_PLAN_NEEDED);
        };
    }

    void make(FindingSequencesTest.Act act, String who, LocalDate day) {
        switch (act) {
            case PLAN -> state = state == FindingState.REGISTERED ? FindingState.PLANNED : state;
            case FREEZE -> {
                inPlan = true;
                if (state == FindingState.REGISTERED || state == FindingState.PLANNED) {
                    state = FindingState.IN_PROGRESS;
                }
                if (!continued && extensions == 0 && !settled()) {
                    due = day;
                    original = day;
                }
            }
            case MEASURE_DONE -> workers.add(who);
            case REPORT, FILL_IN, REPORT_PUNISHMENT_ONLY -> {
                workers.add(who);
                state = FindingState.LEADER_REVIEW;
                routed = false;
                reviewed = false;
                clearVerdict();
            }
            case ASSIGN -> responsible = who;
            case ROUTE, ROUTE_CONFIRMED -> {
                routed = true;
                confirmationNeeded = act == FindingSequencesTest.Act.ROUTE_CONFIRMED;
            }
            case ACCEPT -> {
                reviewers.add(who);
                reviewed = true;
                state = FindingState.VERIFICATION;
            }
            case SEND_BACK -> {
                reviewers.add(who);
                back();
            }
            case DONE -> verdict(Verdict.DONE, who);
            case LONG_TERM -> verdict(Verdict.LONG_TERM, who);
            case MOSTLY_DONE -> {
                verdict = Verdict.MOSTLY_DONE;
                back();
            }
            case NOT_DONE -> {
                verdict = Verdict.NOT_DONE;
                back();
            }
            case FALSIFIED -> {
                verdict = Verdict.FALSIFIED;
                back();
            }
            case CONFIRM -> confirmer = who;
            case REFUSE_TO_CONFIRM -> {
                verdict = Verdict.NOT_DONE;
                back();
            }
            case CONSENT -> consenter = who;
            case REFUSE_CONSENT -> clearVerdict();
            case CONTINUE -> {
                due = day;
                original = mistake == Mistake.ORIGINAL_DATE_MOVES ? day : original;
                continued = true;
                state = atWork() ? FindingState.CONTINUED : state;
            }
            case AMEND_LIMIT -> due = day;
            case EXTEND -> {
                due = day;
                extensions++;
            }
            case LONG_TERM_LIST -> state = FindingState.LONG_TERM;
            case STRIKE_OFF -> state = FindingState.STRUCK_OFF;
            case RECUR -> rebounds += mistake == Mistake.REBOUND_NOT_COUNTED ? 0 : 1;
        }
    }

    /** What the recurrence of this one may do: at work under the same plan, with people and days of its own. */
    LegalMoves recurrence(LocalDate dueOn) {
        var fresh = new LegalMoves(mistake, town, standIns, dueOn);
        fresh.responsible = responsible;
        fresh.inPlan = inPlan;
        fresh.state = inPlan ? FindingState.IN_PROGRESS : FindingState.REGISTERED;
        return fresh;
    }

    private void verdict(Verdict given, String who) {
        verdict = given;
        verifier = who;
    }

    private void clearVerdict() {
        verdict = null;
        verifier = null;
        confirmer = null;
        consenter = null;
    }

    private void back() {
        verifier = null;
        confirmer = null;
        returns += mistake == Mistake.RETURNS_NOT_COUNTED ? 0 : 1;
        state = continued ? FindingState.CONTINUED : FindingState.IN_PROGRESS;
    }

    @Override
    public String toString() {
        return state + " due " + due + " (" + original + ") returns " + returns + " verdict " + verdict + " by "
                + verifier + "/" + confirmer + "/" + consenter + (reviewed ? " reviewed" : "");
    }
}
