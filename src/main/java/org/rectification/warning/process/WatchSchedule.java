package org.rectification.warning.process;

import org.rectification.engine.DayByDay;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One instance for the whole product waits for the next morning, however many items are open. */
@Component
class WatchSchedule implements ApplicationRunner {

    private static final String PROCESS = "dailyWatch";
    private static final String SCHEDULED = "dailyWatch.scheduled";

    private final DayByDay days;

    WatchSchedule(DayByDay days) {
        this.days = days;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        days.begin(PROCESS, SCHEDULED);
    }

    void next() {
        days.next(SCHEDULED);
    }
}
