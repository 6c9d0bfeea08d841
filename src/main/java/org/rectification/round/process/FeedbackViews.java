package org.rectification.round.process;

import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.deadline.Provisional;
import org.rectification.engine.TaskEntries;
import org.rectification.round.CaseKey;
import org.rectification.round.Feedback;
import org.rectification.round.InspectedOrganisations;
import org.springframework.stereotype.Component;

/** What the forms around the feedback show. */
@Component("feedbackViews")
public class FeedbackViews {

    private final InspectedOrganisations organisations;
    private final Feedback feedback;
    private final TaskEntries entries;

    FeedbackViews(InspectedOrganisations organisations, Feedback feedback, TaskEntries entries) {
        this.organisations = organisations;
        this.feedback = feedback;
        this.entries = entries;
    }

    /** Which organisation it is and when it should get its feedback. */
    public JsonValue organisation(String roundId, String organisationId) {
        var organisation = organisations.get(new CaseKey(roundId, organisationId));
        return entries.of(new Case(
                organisation.name(),
                organisation.feedbackOn().toString(),
                organisation.completeBy()
                        + Provisional.mark(!organisation.completeByGiven()
                                && organisations
                                        .deadlines(organisation)
                                        .completeBy()
                                        .provisional())));
    }

    /** The list of receipts with a row for each village and supervising body, to be filled in. */
    public JsonValue receipts(String roundId, String organisationId) {
        return entries.of(feedback.blankReceipts(new CaseKey(roundId, organisationId)));
    }

    private record Case(String organisation, String feedbackOn, String completeBy) {}
}
