package org.rectification.round.intake;

import java.time.Clock;
import java.time.LocalDate;
import org.rectification.deadline.DeadlineCalculator;
import org.rectification.deadline.Profiles;
import org.rectification.round.intake.RoundRequest.Finding;
import org.rectification.round.intake.RoundRequest.Organisation;

/** The order of the dates of a round (S01, S03, S04) and what its profile says about them. */
final class DateRules {

    private static final int FEEDBACK_DAYS_AHEAD = 60;

    private final Profiles profiles;
    private final DeadlineCalculator calculator;
    private final Clock clock;
    private final Problems problems;

    DateRules(Profiles profiles, DeadlineCalculator calculator, Clock clock, Problems problems) {
        this.profiles = profiles;
        this.calculator = calculator;
        this.clock = clock;
        this.problems = problems;
    }

    void examine(RoundRequest round) {
        inOrder("", "inspectedFrom", round.inspectedFrom(), "inspectedTo", round.inspectedTo());
        inOrder("", "inspectedTo", round.inspectedTo(), "leadingGroupHeardOn", round.leadingGroupHeardOn());
        inOrder(
                "",
                "leadingGroupHeardOn",
                round.leadingGroupHeardOn(),
                "fivePersonGroupHeardOn",
                round.fivePersonGroupHeardOn());
        for (int index = 0; index < round.organisations().size(); index++) {
            organisation(round, round.organisations().get(index), "/organisations/" + index);
        }
    }

    private void organisation(RoundRequest round, Organisation organisation, String pointer) {
        ownInspectionDates(round, organisation, pointer);
        inOrder(
                pointer,
                "fivePersonGroupHeardOn",
                round.fivePersonGroupHeardOn(),
                "feedbackOn",
                organisation.feedbackOn());
        feedbackNotTooFarAhead(organisation, pointer);
        profilesOwnDateRules(round, organisation, pointer);
        for (int index = 0; index < organisation.findings().size(); index++) {
            finding(organisation, organisation.findings().get(index), pointer + "/findings/" + index);
        }
    }

    private void ownInspectionDates(RoundRequest round, Organisation organisation, String pointer) {
        if (organisation.inspectedFrom() == null && organisation.inspectedTo() == null) {
            return;
        }
        var from = organisation.inspectedFrom() == null ? round.inspectedFrom() : organisation.inspectedFrom();
        var to = organisation.inspectedTo() == null ? round.inspectedTo() : organisation.inspectedTo();
        inOrder(pointer, "inspectedFrom", from, "inspectedTo", to);
        if (isBefore(round.leadingGroupHeardOn(), to)) {
            problems.add(
                    pointer + "/inspectedTo",
                    "inspectedTo",
                    "date.after",
                    new FieldName("leadingGroupHeardOn"),
                    round.leadingGroupHeardOn().toString());
        }
    }

    private void feedbackNotTooFarAhead(Organisation organisation, String pointer) {
        var latest = LocalDate.now(clock).plusDays(FEEDBACK_DAYS_AHEAD);
        if (isBefore(latest, organisation.feedbackOn())) {
            problems.add(
                    pointer + "/feedbackOn", "feedbackOn", "feedback.ahead", FEEDBACK_DAYS_AHEAD, latest.toString());
        }
    }

    private void profilesOwnDateRules(RoundRequest round, Organisation organisation, String pointer) {
        var profile = profiles.find(round.profile());
        if (profile.isEmpty() || organisation.feedbackOn() == null) {
            return;
        }
        for (var refusal : calculator.refusals(profile.get(), organisation.feedbackOn(), organisation.completeBy())) {
            problems.add(
                    pointer + "/" + refusal.field(),
                    refusal.field(),
                    "given",
                    new Problem.Bilingual(refusal.chinese(), refusal.english()));
        }
    }

    private void finding(Organisation organisation, Finding finding, String pointer) {
        inOrder(pointer, "originDate", finding.originDate(), "feedbackOn", organisation.feedbackOn(), "originDate");
        inOrder(
                pointer,
                "immediateNoticeOn",
                finding.immediateNoticeOn(),
                "feedbackOn",
                organisation.feedbackOn(),
                "immediateNoticeOn");
        inOrder(
                pointer,
                "immediateNoticeOn",
                finding.immediateNoticeOn(),
                "immediateDueOn",
                finding.immediateDueOn(),
                "immediateDueOn");
    }

    private void inOrder(String pointer, String earlier, LocalDate first, String later, LocalDate second) {
        inOrder(pointer, earlier, first, later, second, later);
    }

    /** @param blamed the field of this object that the sentence is about, the earlier or the later one */
    private void inOrder(
            String pointer, String earlier, LocalDate first, String later, LocalDate second, String blamed) {
        if (!isBefore(second, first)) {
            return;
        }
        if (blamed.equals(later)) {
            problems.add(pointer + "/" + later, later, "date.before", new FieldName(earlier), first.toString());
        } else {
            problems.add(pointer + "/" + earlier, earlier, "date.after", new FieldName(later), second.toString());
        }
    }

    private static boolean isBefore(LocalDate first, LocalDate second) {
        return first != null && second != null && first.isBefore(second);
    }
}
