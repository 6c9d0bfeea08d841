package org.rectification.plan.process;

import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.TaskEntries;
import org.rectification.plan.PlanReadings;
import org.rectification.plan.ReviewReadings;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** What the forms of plan drafting show. */
@Component("planViews")
public class PlanViews {

    private final PlanReadings readings;
    private final ReviewReadings reviews;
    private final TaskEntries entries;

    PlanViews(PlanReadings readings, ReviewReadings reviews, TaskEntries entries) {
        this.readings = readings;
        this.reviews = reviews;
        this.entries = entries;
    }

    public JsonValue division(String roundId, String organisationId) {
        return entries.of(readings.proposal(new CaseKey(roundId, organisationId)));
    }

    public JsonValue drafting(String roundId, String organisationId, String drafterId) {
        return entries.of(readings.drafting(new CaseKey(roundId, organisationId), drafterId));
    }

    public JsonValue gaps(String roundId, String organisationId) {
        return entries.of(readings.gaps(new CaseKey(roundId, organisationId)));
    }

    /** An entry with the lines laid out that were given back. */
    public JsonValue givenBack(String roundId, String organisationId) {
        return entries.of(Map.of("lines", readings.givenBack(new CaseKey(roundId, organisationId), false)));
    }

    public JsonValue givenBackChoices(String roundId, String organisationId) {
        return entries.of(readings.choicesOfGivenBack(new CaseKey(roundId, organisationId), false));
    }

    /** As {@link #givenBack}, of those that the Secretary decides. */
    public JsonValue givenBackTwice(String roundId, String organisationId) {
        return entries.of(Map.of("lines", readings.givenBack(new CaseKey(roundId, organisationId), true)));
    }

    public JsonValue givenBackTwiceChoices(String roundId, String organisationId) {
        return entries.of(readings.choicesOfGivenBack(new CaseKey(roundId, organisationId), true));
    }

    /** An entry with the opinions of the feedback laid out, so that only the answers need typing. */
    public JsonValue answers(String roundId, String organisationId) {
        return entries.of(Map.of("answers", readings.opinions(new CaseKey(roundId, organisationId))));
    }

    /** Whose plan it is, for files that are uploaded, and what the stress test advises. */
    public JsonValue deliberation(String roundId, String organisationId) {
        return entries.of(Map.of(
                "roundId",
                roundId,
                "organisationId",
                organisationId,
                "advice",
                readings.advice(new CaseKey(roundId, organisationId))));
    }

    public JsonValue review(String roundId, String organisationId, String body) {
        return entries.of(reviews.underReview(new CaseKey(roundId, organisationId), body));
    }

    public JsonValue remarks(String roundId, String organisationId) {
        return entries.of(Map.of("remarks", reviews.remarks(new CaseKey(roundId, organisationId))));
    }

    /** An entry with the merged comments laid out, so that only the answers need choosing. */
    public JsonValue openComments(String roundId, String organisationId) {
        return entries.of(Map.of("answers", reviews.open(new CaseKey(roundId, organisationId))));
    }
}
