package org.rectification.engine.clock;

import java.time.Duration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Holds the engine's job executor still until closed; starts it again only if it was running. */
final class PausedJobExecutor implements AutoCloseable {

    /** No job of ours runs longer than fifteen seconds; four times that is a fault. */
    private static final Duration LONGEST_JOB = Duration.ofSeconds(60);

    private static final int LOOKS_TO_BE_SURE = 3;

    private final JobExecutor executor;
    private final boolean wasActive;

    PausedJobExecutor(JobExecutor executor) {
        this.executor = executor;
        this.wasActive = executor.isActive();
        executor.shutdown();
        if (wasActive && executor instanceof SpringJobExecutor spring) {
            try {
                awaitRunningJobs(spring);
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }
    }

    /** Shutting down ends the acquisition only; jobs already begun go on in the pool. */
    private static void awaitRunningJobs(SpringJobExecutor executor) {
        if (!(executor.getTaskExecutor() instanceof ThreadPoolTaskExecutor pool)) {
            return;
        }
        long deadline = System.nanoTime() + LONGEST_JOB.toNanos();
        int idle = 0;
        while (idle < LOOKS_TO_BE_SURE) {
            // Between leaving the queue and being counted as active a job is nowhere for a moment, so look again.
            idle = pool.getActiveCount() == 0 && pool.getQueueSize() == 0 ? idle + 1 : 0;
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Jobs are still running after " + LONGEST_JOB);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for running jobs", e);
        }
    }

    @Override
    public void close() {
        if (wasActive) {
            executor.start();
        }
    }
}
