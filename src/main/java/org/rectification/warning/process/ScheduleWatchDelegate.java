package org.rectification.warning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands over to the next day's instance, so that each day has an end and its history can go. */
@Component
class ScheduleWatchDelegate implements JavaDelegate {

    private final WatchSchedule schedule;

    ScheduleWatchDelegate(WatchSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        schedule.next();
    }
}
