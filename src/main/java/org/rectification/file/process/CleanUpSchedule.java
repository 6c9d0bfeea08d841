package org.rectification.file.process;

import org.rectification.engine.DayByDay;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One instance for the whole product waits for the next night. */
@Component
class CleanUpSchedule implements ApplicationRunner {

    private static final String PROCESS = "fileCleanUp";
    private static final String SCHEDULED = "fileCleanUp.scheduled";

    private final DayByDay days;

    CleanUpSchedule(DayByDay days) {
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
