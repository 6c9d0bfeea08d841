package org.rectification.warning.process;

import org.rectification.engine.DailyProcess;
import org.rectification.engine.DayByDay;
import org.springframework.stereotype.Component;

/** One instance for the whole product waits for the next morning, however many items are open. */
@Component
class WatchSchedule extends DailyProcess {

    WatchSchedule(DayByDay days) {
        super(days, "dailyWatch", "dailyWatch.scheduled");
    }
}
