package org.rectification.file.process;

import org.rectification.engine.DailyProcess;
import org.rectification.engine.DayByDay;
import org.springframework.stereotype.Component;

/** One instance for the whole product waits for the next night. */
@Component
class CleanUpSchedule extends DailyProcess {

    CleanUpSchedule(DayByDay days) {
        super(days, "fileCleanUp", "fileCleanUp.scheduled");
    }
}
