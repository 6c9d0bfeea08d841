package org.rectification.consultation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.rectification.deadline.CountedDays;
import org.rectification.deadline.CountedDays.Counted;
import org.rectification.deadline.DateMove;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.KeptDates;
import org.rectification.deadline.ShanghaiTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The day by which a body answers a request for a talk follows the calendar until it has answered. */
@Component
class ConsultationDays implements KeptDates {

    private final JdbcClient jdbc;
    private final CountedDays counted;

    ConsultationDays(JdbcClient jdbc, CountedDays counted) {
        this.jdbc = jdbc;
        this.counted = counted;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DateMove> follow(
            String roundId, String organisationId, Deadlines before, Deadlines after, String actor, String reason) {
        var open = jdbc.sql(
                        """
                        select id, requested_at, answer_due_on from rectification.consultation
                         where round_id = ? and organisation_id = ? and answered_at is null order by requested_at, id""")
                .params(roundId, organisationId)
                .query((row, number) -> new Counted(
                        row.getString("id"),
                        row.getObject("requested_at", OffsetDateTime.class)
                                .atZoneSameInstant(ShanghaiTime.ZONE)
                                .toLocalDate(),
                        row.getObject("answer_due_on", LocalDate.class)))
                .list();
        return counted.follow(
                roundId,
                organisationId,
                "答复约请沟通",
                Consultations.TO_ANSWER,
                open,
                "update rectification.consultation set answer_due_on = ? where id = ?");
    }
}
