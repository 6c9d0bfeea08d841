package org.rectification.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectification.deadline.CodedLabel;
import org.rectification.deadline.DeadlineCalculator;
import org.rectification.deadline.Profiles;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What goes to the joint review: the plan word by word, to whom, and until when (R24). */
@Component
class PlanSubmissions {

    private final PlanLineStore lines;
    private final PlanSnapshots snapshots;
    private final InspectedOrganisations organisations;
    private final Profiles profiles;
    private final DeadlineCalculator calculator;
    private final Clock clock;

    PlanSubmissions(
            PlanLineStore lines,
            PlanSnapshots snapshots,
            InspectedOrganisations organisations,
            Profiles profiles,
            DeadlineCalculator calculator,
            Clock clock) {
        this.lines = lines;
        this.snapshots = snapshots;
        this.organisations = organisations;
        this.profiles = profiles;
        this.calculator = calculator;
        this.clock = clock;
    }

    /** The plan as it stands now, line by line, by finding. */
    Map<String, LineContent> current(CaseKey key, String actor) {
        var contents = new LinkedHashMap<String, LineContent>();
        lines.ofCase(key, actor)
                .forEach(each -> contents.put(each.line().subject().findingId(), LineContent.of(each)));
        return contents;
    }

    /** What changed since the plan went to review last. */
    List<LineDifference> changes(CaseKey key, String actor) {
        var last = snapshots.latestSubmission(key).orElseThrow().submission();
        return LineDifference.between(snapshots.lines(PlanSnapshots.Kind.SUBMISSION, key, last), current(key, actor));
    }

    /** Bodies that review plans together, by the round's profile. */
    List<CodedLabel> bodies(CaseKey key) {
        return profiles.get(organisations.get(key).profile()).planReviewers().value();
    }

    /** Keeps what goes to these bodies; they answer within the profile's span from today. */
    void submit(String actor, Plan plan, List<String> reviewers, @Nullable String summary) {
        var profile = profiles.get(organisations.get(plan.key()).profile());
        snapshots.submit(
                plan,
                new PlanSnapshots.Submission(
                        plan.submission(),
                        reviewers,
                        calculator.planReviewDue(profile, LocalDate.now(clock)).date(),
                        summary,
                        actor,
                        OffsetDateTime.now(clock)),
                current(plan.key(), actor));
    }
}
