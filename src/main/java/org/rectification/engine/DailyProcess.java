package org.rectification.engine;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.transaction.annotation.Transactional;

/** A process of which one instance for the whole product waits for the next day; begun with the application. */
public abstract class DailyProcess implements ApplicationRunner {

    private final DayByDay days;
    private final String process;
    private final String scheduled;

    /** @param scheduled message that starts the process */
    protected DailyProcess(DayByDay days, String process, String scheduled) {
        this.days = days;
        this.process = process;
        this.scheduled = scheduled;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        days.begin(process, scheduled);
    }

    /** Hands on to the next day. */
    public void next() {
        days.next(scheduled);
    }
}
