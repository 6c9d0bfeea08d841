package org.rectification.people.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.rectification.deadline.WorkingCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The follow-up date of every task with a due date: 08:00 on the third working day before it (row 19). */
@Component
class FollowUpDates {

    private static final int WORKING_DAYS = 3;
    private static final int HOUR = 8;
    private static final int FIRST_YEAR = 2000;

    private final ObjectProvider<WorkingCalendar> calendar;
    private final ObjectProvider<Clock> clock;

    FollowUpDates(ObjectProvider<WorkingCalendar> calendar, ObjectProvider<Clock> clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    void on(DelegateTask task) {
        var followUp = task.getDueDate() == null ? null : before(task.getDueDate());
        if (!Objects.equals(followUp, task.getFollowUpDate())) {
            ((TaskEntity) task).setFollowUpDate(followUp);
        }
    }

    /** A due date is the end of its day: the day that people mean ends with it. */
    @Nullable private Date before(Date due) {
        var zone = clock.getObject().getZone();
        LocalDate day = due.toInstant().minusMillis(1).atZone(zone).toLocalDate();
        if (day.getYear() <= FIRST_YEAR) {
            return null; // before the calendar knows working days, nobody follows up
        }
        return Date.from(calendar.getObject()
                .minusWorkingDays(day, WORKING_DAYS)
                .atTime(HOUR, 0)
                .atZone(zone)
                .toInstant());
    }
}
