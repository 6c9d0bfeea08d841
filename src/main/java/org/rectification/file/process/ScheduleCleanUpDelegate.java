package org.rectification.file.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands over to the next night's instance, so that each night has an end and its history can go. */
@Component
class ScheduleCleanUpDelegate implements JavaDelegate {

    private final CleanUpSchedule schedule;

    ScheduleCleanUpDelegate(CleanUpSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        schedule.next();
    }
}
