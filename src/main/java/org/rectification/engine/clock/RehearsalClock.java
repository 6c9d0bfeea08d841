package org.rectification.engine.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The movable clock of a rehearsal: a move walks forward from due date to due date and executes every job on its day, so
 * that a whole round can be played through in a minute.
 */
@Component
@Profile("rehearsal")
@DependsOn("rehearsalLock")
public class RehearsalClock {

    /** What people read of the clock is cut to the second; asking for the second that is, is no step back. */
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final Clock clock;
    private final ClockOffset offset;
    private final ProcessEngineConfigurationImpl engine;
    private final ReentrantLock oneMoveAtATime = new ReentrantLock();

    RehearsalClock(Clock clock, ClockOffset offset, ProcessEngineConfigurationImpl engine) {
        this.clock = clock;
        this.offset = offset;
        this.engine = engine;
    }

    /** What a move did: jobs executed with success, and incidents raised because a job used up its retries. */
    public record Walk(int jobsExecuted, int incidents) {}

    /**
     * Moves to the moment and returns once every job due by then has been executed, also those created on the way. Empty
     * when another move is under way.
     *
     * @throws IllegalArgumentException when the moment lies in the past of this clock by more than a second
     */
    public Optional<Walk> moveTo(Instant target) {
        if (!oneMoveAtATime.tryLock()) {
            return Optional.empty();
        }
        try {
            if (target.plus(ONE_SECOND).isBefore(clock.instant())) {
                throw new IllegalArgumentException("The clock never goes back: " + target);
            }
            // On a thread of its own: jobs belong to nobody, whoever asked for the move.
            return Optional.of(
                    CompletableFuture.supplyAsync(() -> walk(target), task -> new Thread(task, "rehearsal").start())
                            .join());
        } catch (CompletionException e) {
            throw new IllegalStateException("The move to " + target + " stopped at " + clock.instant(), e.getCause());
        } finally {
            oneMoveAtATime.unlock();
        }
    }

    private Walk walk(Instant target) {
        long incidentsBefore = incidents();
        int executed;
        try (ClockWalker walker = new ClockWalker(clock, offset::moveTo, engine)) {
            executed = walker.walkTo(target);
        }
        return new Walk(executed, Math.toIntExact(incidents() - incidentsBefore));
    }

    private long incidents() {
        HistoryService history = engine.getHistoryService();
        return history.createHistoricIncidentQuery().count();
    }
}
