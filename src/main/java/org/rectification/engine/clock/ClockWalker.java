package org.rectification.engine.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Walks the clock forward from due date to due date and executes every job on its day; the job executor rests until the
 * walker is closed.
 */
final class ClockWalker implements AutoCloseable {

    private final Clock clock;
    private final Consumer<Instant> mover;
    private final ProcessEngineConfigurationImpl engine;
    private final PausedJobExecutor paused;
    private final DueJobs jobs;

    /** @param mover sets the clock to a moment, from which it runs on */
    ClockWalker(Clock clock, Consumer<Instant> mover, ProcessEngineConfigurationImpl engine) {
        this.clock = clock;
        this.mover = mover;
        this.engine = engine;
        this.paused = new PausedJobExecutor(engine.getJobExecutor());
        this.jobs = new DueJobs(engine);
    }

    /** Returns once every job due by the moment has been executed, with how many succeeded. */
    int walkTo(Instant target) {
        int executed = jobs.executeAll();
        for (Optional<Instant> next = nextDue(target); next.isPresent(); next = nextDue(target)) {
            forwardTo(next.get());
            executed += jobs.executeAll();
        }
        forwardTo(target);
        return executed;
    }

    /** The clock runs while jobs are executed, so it may already be past the moment. */
    private void forwardTo(Instant moment) {
        if (moment.isAfter(clock.instant())) {
            mover.accept(moment);
        }
    }

    private Optional<Instant> nextDue(Instant target) {
        List<Job> next = engine.getManagementService()
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(target.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
        return next.stream().map(job -> job.getDuedate().toInstant()).findFirst();
    }

    @Override
    public void close() {
        try {
            jobs.close();
        } finally {
            paused.close();
        }
    }
}
