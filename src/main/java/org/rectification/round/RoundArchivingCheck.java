package org.rectification.round;

import java.util.ArrayList;
import java.util.List;
import org.rectification.finding.FindingOrigin;
import org.rectification.finding.Findings;
import org.springframework.stereotype.Component;

/** What the round itself knows: milestones, receipts, findings that are neither struck off nor on the long-term list. */
@Component
class RoundArchivingCheck implements ArchivingCheck {

    private final InspectedOrganisations organisations;
    private final FeedbackStore feedback;
    private final Findings findings;

    RoundArchivingCheck(InspectedOrganisations organisations, FeedbackStore feedback, Findings findings) {
        this.organisations = organisations;
        this.feedback = feedback;
        this.findings = findings;
    }

    @Override
    public List<String> missing(CaseKey key) {
        var missing = new ArrayList<String>();
        var organisation = organisations.get(key);
        for (var milestone : Milestone.values()) {
            var notDemanded = milestone == Milestone.ARCHIVED
                    || milestone == Milestone.HEARING_HELD && !organisation.hearingRequired();
            if (!notDemanded && !organisation.has(milestone)) {
                missing.add(milestone.label());
            }
        }
        missing.addAll(feedback.missingReceipts(key));
        var unsettled = findings.counts(key.roundId(), key.organisationId()).unsettled();
        if (unsettled > 0) {
            missing.add("尚有 " + unsettled + " 个问题未销号");
        }
        for (var origin : List.of(FindingOrigin.SELF_FOUND, FindingOrigin.RECURRENCE)) {
            var open = findings.addedCounts(key.roundId(), key.organisationId(), origin)
                    .unsettled();
            if (open > 0) {
                missing.add("尚有 " + open + " 个" + origin.label() + "问题未销号");
            }
        }
        return missing;
    }
}
