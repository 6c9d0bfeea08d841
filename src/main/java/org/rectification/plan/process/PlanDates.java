package org.rectification.plan.process;

import java.util.Date;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.plan.PlanReviewDays;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** What the models of the plan wait for around its review: 24:00 of a day in Asia/Shanghai. */
@Component("planDates")
public class PlanDates {

    private final PlanReviewDays days;

    PlanDates(PlanReviewDays days) {
        this.days = days;
    }

    /** When the bodies' answers are due. */
    public Date reviewDue(String roundId, String organisationId) {
        return ShanghaiTime.dueDate(
                days.answer(new CaseKey(roundId, organisationId)).date());
    }

    /** When the clerk's next step is due after the last answer: the revision or the issue. */
    public Date nextStepDue(String roundId, String organisationId) {
        return ShanghaiTime.dueDate(
                days.afterAnswers(new CaseKey(roundId, organisationId)).date());
    }

    /** When the inspection office's answer to an amendment is due. */
    public Date consentDue(String roundId, String organisationId) {
        return ShanghaiTime.dueDate(
                days.consent(new CaseKey(roundId, organisationId)).date());
    }
}
