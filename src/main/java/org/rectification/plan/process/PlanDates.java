package org.rectification.plan.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.rectification.deadline.DeadlineCalculator;
import org.rectification.deadline.Profiles;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.springframework.stereotype.Component;

/** When the answers to a submitted plan are due: 24:00 of the day in Asia/Shanghai. */
@Component("planDates")
public class PlanDates {

    private final InspectedOrganisations organisations;
    private final Profiles profiles;
    private final DeadlineCalculator calculator;
    private final Clock clock;

    PlanDates(InspectedOrganisations organisations, Profiles profiles, DeadlineCalculator calculator, Clock clock) {
        this.organisations = organisations;
        this.profiles = profiles;
        this.calculator = calculator;
        this.clock = clock;
    }

    /** For a plan that is submitted today. */
    public Date reviewDue(String roundId, String organisationId) {
        var organisation = organisations.get(new CaseKey(roundId, organisationId));
        var due = calculator.planReviewDue(profiles.get(organisation.profile()), LocalDate.now(clock));
        return ShanghaiTime.dueDate(due.date());
    }
}
