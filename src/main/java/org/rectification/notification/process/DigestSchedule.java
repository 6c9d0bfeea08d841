package org.rectification.notification.process;

import org.rectification.engine.DayByDay;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One instance waits for the next digest. */
@Component
class DigestSchedule implements ApplicationRunner {

    private static final String PROCESS = "dailyDigest";
    private static final String SCHEDULED = "dailyDigest.scheduled";

    private final DayByDay days;

    DigestSchedule(DayByDay days) {
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
