package org.rectification.round;

import java.util.Date;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.ShanghaiTime;
import org.springframework.stereotype.Component;

/** Due dates of a case for the models: 24:00 of the day in Asia/Shanghai, as the engine wants them. */
@Component("caseDates")
public class CaseDates {

    private final InspectedOrganisations organisations;

    CaseDates(InspectedOrganisations organisations) {
        this.organisations = organisations;
    }

    public Date feedbackOn(String roundId, String organisationId) {
        return ShanghaiTime.dueDate(
                organisations.get(new CaseKey(roundId, organisationId)).feedbackOn());
    }

    public Date immediateDue(String roundId, String organisationId) {
        return due(organisations.deadlines(new CaseKey(roundId, organisationId)).immediateDue());
    }

    public Date planDue(String roundId, String organisationId) {
        return due(organisations.deadlines(new CaseKey(roundId, organisationId)).planDue());
    }

    public Date thematicMeetingsDue(String roundId, String organisationId) {
        return due(organisations.deadlines(new CaseKey(roundId, organisationId)).thematicMeetingsDue());
    }

    /** The joint hearing (S35); null where the profile has none. */
    public Date monthTwoReview(String roundId, String organisationId) {
        return organisations
                .deadlines(new CaseKey(roundId, organisationId))
                .monthTwoReview()
                .map(CaseDates::due)
                .orElse(null);
    }

    /** The invitation to the joint hearing; null where the profile has none. */
    public Date monthTwoInvitation(String roundId, String organisationId) {
        return organisations
                .deadlines(new CaseKey(roundId, organisationId))
                .monthTwoInvitation()
                .map(CaseDates::due)
                .orElse(null);
    }

    public Date completeBy(String roundId, String organisationId) {
        return due(organisations.deadlines(new CaseKey(roundId, organisationId)).completeBy());
    }

    public Date finalReportsDue(String roundId, String organisationId) {
        return due(organisations.deadlines(new CaseKey(roundId, organisationId)).finalReportsDue());
    }

    public Date evaluationDue(String roundId, String organisationId) {
        return due(organisations.deadlines(new CaseKey(roundId, organisationId)).evaluationDue());
    }

    private static Date due(Deadline deadline) {
        return ShanghaiTime.dueDate(deadline.date());
    }
}
