package org.rectification.engine.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
<<<<<<< HEAD
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The one clock of the application, in Asia/Shanghai: it follows the engine's, so that timers and ledger agree on "now". */
@Component
public class EngineClock extends Clock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ZoneId zone;

    @Autowired
    EngineClock() {
        this(ZONE);
    }

    private EngineClock(ZoneId zone) {
=======

/** Tells the engine's time, so that a due date and the timer behind it never disagree. */
final class EngineClock extends Clock {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final ZoneId zone;

    EngineClock(ZoneId zone) {
>>>>>>> infra
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
