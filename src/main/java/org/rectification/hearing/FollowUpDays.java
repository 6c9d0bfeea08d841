package org.rectification.hearing;

import java.util.List;
import org.rectification.deadline.CountedDays;
import org.rectification.deadline.CountedDays.Counted;
import org.rectification.deadline.DateMove;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.KeptDates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows a red conclusion is due a number of working days after the hearing: its day follows the calendar until it is
 * settled. The day of a gap was agreed by people and stays.
 */
@Component
class FollowUpDays implements KeptDates {

    private final JdbcClient jdbc;
    private final CountedDays counted;

    FollowUpDays(JdbcClient jdbc, CountedDays counted) {
        this.jdbc = jdbc;
        this.counted = counted;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DateMove> follow(
            String roundId, String organisationId, Deadlines before, Deadlines after, String actor, String reason) {
        var open = jdbc.sql(
                        """
                        select u.id, h.held_on as "from", u.due_on from rectification.hearing_follow_up u
                          join rectification.hearing h using (round_id, organisation_id)
                         where u.round_id = ? and u.organisation_id = ? and u.position is null and u.settled_at is null
                         order by u.id""")
                .params(roundId, organisationId)
                .query(Counted.class)
                .list();
        return counted.follow(
                roundId,
                organisationId,
                "集中听取跟进事项",
                HearingResults.FOR_RED,
                open,
                "update rectification.hearing_follow_up set due_on = ? where id = ?");
    }
}
