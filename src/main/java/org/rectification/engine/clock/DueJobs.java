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

    /** A collision of two instances is tried again; so many rounds of nothing but collisions are a fault. */
    private static final int FRUITLESS_ROUNDS = 50;

    private final ProcessEngineConfigurationImpl engine;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    DueJobs(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** Executes until nothing is due, also what the jobs themselves create; returns how many succeeded. */
    int executeAll() {
        int succeeded = 0;
        int fruitless = 0;
        List<Job> due = dueNow();
        while (!due.isEmpty()) {
            Outcome outcome = execute(due);
            succeeded += outcome.succeeded();
            fruitless = outcome.collided() == due.size() ? fruitless + 1 : 0;
            if (fruitless == FRUITLESS_ROUNDS) {
                throw new IllegalStateException(
                        "Jobs collide without end, the first is " + due.get(0).getId());
            }
            due = dueNow();
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

    private Outcome execute(List<Job> jobs) {
        Map<String, List<String>> lanes = new LinkedHashMap<>();
        for (Job job : jobs) {
            String lane = job.getProcessInstanceId() == null ? job.getId() : job.getProcessInstanceId();
            lanes.computeIfAbsent(lane, key -> new ArrayList<>()).add(job.getId());
        }
        List<Callable<Outcome>> work = lanes.values().stream()
                .map(ids -> (Callable<Outcome>) () -> executeInOrder(ids))
                .toList();
        try {
            Outcome total = Outcome.NONE;
            for (Future<Outcome> lane : threads.invokeAll(work)) {
                total = total.plus(lane.get());
            }
            return total;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while executing jobs", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A job could not even be tried", e.getCause());
        }
    }

    private Outcome executeInOrder(List<String> jobIds) {
        Outcome total = Outcome.NONE;
        for (String id : jobIds) {
            total = total.plus(execute(id));
        }
        return total;
    }

    private Outcome execute(String jobId) {
        JobFailureCollector collector = new JobFailureCollector(jobId);
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            ExecuteJobHelper.executeJob(
                    jobId,
                    engine.getCommandExecutorTxRequired(),
                    collector,
                    new ExecuteJobsCmd(jobId, collector),
                    engine);
            // A job may be gone since the list was read: an earlier one cancelled its activity.
            return collector.getJob() == null ? Outcome.NONE : Outcome.SUCCESS;
        } catch (OptimisticLockingException collision) {
            return Outcome.COLLISION;
        } catch (RuntimeException failure) {
            // The engine has counted the retry down and set the next try or raised the incident.
            LOG.warn("Job {} failed: {}", jobId, failure.getMessage());
            return Outcome.NONE;
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private record Outcome(int succeeded, int collided) {

        static final Outcome NONE = new Outcome(0, 0);
        static final Outcome SUCCESS = new Outcome(1, 0);
        static final Outcome COLLISION = new Outcome(0, 1);

        Outcome plus(Outcome other) {
            return new Outcome(succeeded + other.succeeded, collided + other.collided);
        }
    }
}
