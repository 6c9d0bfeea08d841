package org.rectification.engine.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Plays something that happened before now, with the clock in the past. Nothing of this is stored: when the play ends,
 * or breaks off, the clock shows again what it would have shown without it.
 */
@Component
public class PastClock {

    private final Clock clock;
    private final ProcessEngineConfigurationImpl engine;

    PastClock(Clock clock, ProcessEngineConfigurationImpl engine) {
        this.clock = clock;
        this.engine = engine;
    }

    /** The clock while a play is on. */
    @FunctionalInterface
    public interface Past {

        /** Walks forward to the moment; every job due by then has been executed when this returns. */
        void advanceTo(Instant moment);
    }

    /**
     * Sets the clock back, runs the play and walks on to the present. The job executor rests meanwhile.
     *
     * @param start where the play begins
     */
    public void play(Instant start, Consumer<Past> play) {
        Duration present = Duration.between(Instant.now(), clock.instant());
        try (ClockWalker walker = new ClockWalker(clock, PastClock::show, engine)) {
            try {
                show(start);
                play.accept(walker::walkTo);
                walker.walkTo(Instant.now().plus(present));
            } finally {
                // Before the job executor wakes up: it must never see the past.
                ClockOffset.apply(present);
            }
        }
    }

    private static void show(Instant moment) {
        ClockOffset.apply(Duration.between(Instant.now(), moment));
    }
}
