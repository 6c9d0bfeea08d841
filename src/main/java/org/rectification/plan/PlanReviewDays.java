package org.rectification.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.rectification.deadline.DateMove;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.DeadlineCalculator;
import org.rectification.deadline.DeadlineId;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.KeptDates;
import org.rectification.deadline.Profiles;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The days around the joint review of a plan (R24), each counted from the act before it: the submission, the last answer, the
 * amendment handed in. They are counted from that day however late somebody asks, so that they follow the calendar.
 */
@Component
public class PlanReviewDays implements KeptDates {

    private final JdbcClient jdbc;
    private final InspectedOrganisations organisations;
    private final Profiles profiles;
    private final DeadlineCalculator calculator;
    private final Clock clock;

    PlanReviewDays(
            JdbcClient jdbc,
            InspectedOrganisations organisations,
            Profiles profiles,
            DeadlineCalculator calculator,
            Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.profiles = profiles;
        this.calculator = calculator;
        this.clock = clock;
    }

    /** Until when the bodies answer what went to them last; from today while nothing did. */
    public Deadline answer(CaseKey key) {
        return counted(
                key,
                "select max(submitted_at) from rectification.plan_submission where round_id = ? and organisation_id = ?");
    }

    /** Until when the clerk goes on after the last answer. */
    public Deadline afterAnswers(CaseKey key) {
        return counted(
                key,
                "select max(recorded_at) from rectification.plan_review where round_id = ? and organisation_id = ?");
    }

    /** Until when the inspection office answers the amendment that lies before it. */
    public Deadline consent(CaseKey key) {
        return counted(
                key,
                """
                select max(submitted_at) from rectification.plan_amendment
                 where round_id = ? and organisation_id = ? and state = 'SUBMITTED'""");
    }

    private Deadline counted(CaseKey key, String lastAct) {
        var from = jdbc.sql(lastAct)
                .params(key.roundId(), key.organisationId())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(at -> at.atZoneSameInstant(ShanghaiTime.ZONE).toLocalDate())
                .orElseGet(() -> LocalDate.now(clock));
        return calculator.planReviewDue(profiles.get(organisations.get(key).profile()), from);
    }

    /** The day that went out with the submission under review moves; those of earlier submissions are history. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DateMove> follow(
            String roundId, String organisationId, Deadlines before, Deadlines after, String actor, String reason) {
        var due = answer(new CaseKey(roundId, organisationId));
        return jdbc.sql(
                        """
                        update rectification.plan_submission s set review_due_on = ?
                          from (select x.submission, x.review_due_on from rectification.plan_submission x
                                  join rectification.plan p using (round_id, organisation_id)
                                 where x.round_id = ? and x.organisation_id = ? and p.submission = x.submission
                                   and p.state = 'DELIBERATED') old
                         where s.round_id = ? and s.organisation_id = ? and s.submission = old.submission
                           and s.review_due_on <> ? and greatest(s.review_due_on, ?) >= ?
                        returning old.review_due_on""")
                .params(due.date(), roundId, organisationId, roundId, organisationId)
                .params(due.date(), due.date(), LocalDate.now(clock))
                .query((row, number) -> new DateMove(
                        roundId,
                        organisationId,
                        DeadlineId.PLAN_REVIEW_DUE.label(),
                        row.getObject(1, LocalDate.class),
                        due.date(),
                        due.provisional()))
                .list();
    }
}
