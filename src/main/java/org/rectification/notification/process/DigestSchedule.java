package org.rectification.notification.process;

import org.rectification.engine.DailyProcess;
import org.rectification.engine.DayByDay;
import org.springframework.stereotype.Component;

/** One instance waits for the next digest. */
@Component
class DigestSchedule extends DailyProcess {

    DigestSchedule(DayByDay days) {
        super(days, "dailyDigest", "dailyDigest.scheduled");
    }
}
