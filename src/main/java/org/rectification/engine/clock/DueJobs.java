package org.rectification.engine.clock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes the jobs that are due now, as the job executor would: with the job's tenant and nobody logged in, the jobs of
 * one process instance one after the other, different instances side by side on two threads.
 */
final class DueJobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);
    private static final int THREADS = 2;
    private static final int BATCH = 400;

    /** Two instances that write the same row collide for a moment; as many times in a row are a fault. */
    private static final int TRIES = 50;

    private final ProcessEngineConfigurationImpl engine;
    private final CommandExecutor tryingAgain;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    DueJobs(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
        this.tryingAgain = new TryingAgain(engine.getCommandExecutorTxRequired());
    }

    /** Executes until nothing is due, also what the jobs themselves create; returns how many succeeded. */
    int executeAll() {
        int succeeded = 0;
        for (List<Job> due = dueNow(); !due.isEmpty(); due = dueNow()) {
            succeeded += execute(due);
        }
        return succeeded;
    }

    private List<Job> dueNow() {
        return engine.getManagementService()
                .createJobQuery()
                .active()
                .executable()
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .listPage(0, BATCH);
    }

    private int execute(List<Job> jobs) {
        Map<String, List<String>> lanes = new LinkedHashMap<>();
        for (Job job : jobs) {
            String lane = job.getProcessInstanceId() == null ? job.getId() : job.getProcessInstanceId();
            lanes.computeIfAbsent(lane, key -> new ArrayList<>()).add(job.getId());
        }
        List<Callable<Integer>> work = lanes.values().stream()
                .map(ids -> (Callable<Integer>) () -> executeInOrder(ids))
                .toList();
        try {
            int succeeded = 0;
            for (Future<Integer> lane : threads.invokeAll(work)) {
                succeeded += lane.get();
            }
            return succeeded;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while executing jobs", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A job could not even be tried", e.getCause());
        }
    }

    private int executeInOrder(List<String> jobIds) {
        int succeeded = 0;
        for (String id : jobIds) {
            succeeded += succeeds(id) ? 1 : 0;
        }
        return succeeded;
    }

    private boolean succeeds(String jobId) {
        JobFailureCollector collector = new JobFailureCollector(jobId);
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            ExecuteJobHelper.executeJob(jobId, tryingAgain, collector, new ExecuteJobsCmd(jobId, collector), engine);
            // A job may be gone since the list was read: an earlier one cancelled its activity.
            return collector.getJob() != null;
        } catch (OptimisticLockingException endless) {
            throw new IllegalStateException("Job " + jobId + " collides without end", endless);
        } catch (RuntimeException failure) {
            // The engine has counted the retry down and set the next try or raised the incident.
            LOG.warn("Job {} failed: {}", jobId, failure.getMessage());
            return false;
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /**
     * A collision is tried again at once. Left to the engine it would count as a failed try, and its job would be due only
     * seconds later: a walk that ends now would silently leave it behind.
     */
    private static final class TryingAgain implements CommandExecutor {

        private final CommandExecutor commands;

        TryingAgain(CommandExecutor commands) {
            this.commands = commands;
        }

        @Override
        public <T> T execute(Command<T> command) {
            for (int tried = 1; ; tried++) {
                try {
                    return commands.execute(command);
                } catch (OptimisticLockingException collision) {
                    if (tried == TRIES) {
                        throw collision;
                    }
                }
            }
        }
    }
}
