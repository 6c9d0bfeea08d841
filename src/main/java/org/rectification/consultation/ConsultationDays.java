package org.rectification.consultation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.rectification.deadline.DateMove;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.KeptDates;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The day by which a body answers a request for a talk follows the calendar until it has answered. */
@Component
class ConsultationDays implements KeptDates {

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    ConsultationDays(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    private record Asked(String id, OffsetDateTime requestedAt, LocalDate answerDueOn) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DateMove> follow(
            String roundId, String organisationId, Deadlines before, Deadlines after, String actor, String reason) {
        var moves = new ArrayList<DateMove>();
        var open = jdbc.sql(
                        """
                        select id, requested_at, answer_due_on from rectification.consultation
                         where round_id = ? and organisation_id = ? and answered_at is null order by requested_at, id""")
                .params(roundId, organisationId)
                .query(Asked.class)
                .list();
        for (var asked : open) {
            var day = calendar.plusWorkingDays(
                    asked.requestedAt().atZoneSameInstant(ShanghaiTime.ZONE).toLocalDate(), Consultations.TO_ANSWER);
            if (!day.equals(asked.answerDueOn())) {
                jdbc.sql("update rectification.consultation set answer_due_on = ? where id = ?")
                        .params(day, asked.id())
                        .update();
                moves.add(new DateMove(
                        roundId, organisationId, "答复约请沟通", asked.answerDueOn(), day, calendar.isProvisional(day)));
            }
        }
        return moves;
    }
}
