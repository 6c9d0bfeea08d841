package org.rectification.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stored days that are each a number of working days after a day of their own: they follow the calendar ({@link KeptDates}). */
@Component
public class CountedDays {

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    CountedDays(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /**
     * One stored day.
     *
     * @param from the day after which the working days are counted
     * @param dueOn as it is stored
     */
    public record Counted(String id, LocalDate from, LocalDate dueOn) {}

    /** @param update statement that stores a day, given as its first parameter, for the id given as its second */
    public List<DateMove> follow(
            String roundId, String organisationId, String label, int workingDays, List<Counted> stored, String update) {
        var moves = new ArrayList<DateMove>();
        for (var each : stored) {
            var day = calendar.plusWorkingDays(each.from(), workingDays);
            if (!day.equals(each.dueOn())) {
                jdbc.sql(update).params(day, each.id()).update();
                moves.add(new DateMove(roundId, organisationId, label, each.dueOn(), day, calendar.isProvisional(day)));
            }
        }
        return moves;
    }
}
