package org.rectification.round;

import java.util.List;
import org.rectification.deadline.DateMove;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.KeptDates;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The completion date that the profile gave, and whether a joint hearing is held: the rooms after this one read both. */
@Component
@Order(0)
class CaseDays implements KeptDates {

    private final JdbcClient jdbc;

    CaseDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DateMove> follow(
            String roundId, String organisationId, Deadlines before, Deadlines after, String actor, String reason) {
        jdbc.sql(
                        """
                        update rectification.inspected_organisation
                           set complete_by = case when complete_by_given then complete_by else ? end, hearing_required = ?
                         where round_id = ? and organisation_id = ?""")
                .params(after.completeBy().date(), after.monthTwoReview().isPresent(), roundId, organisationId)
                .update();
        return List.of();
    }
}
