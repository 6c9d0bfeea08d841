package org.rectification.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.engine.clock.RehearsalClock.Walk;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RectificationTest
class RehearsalClockIT {

    @Autowired
    private RehearsalClock rehearsal;

    @Autowired
    private Clock clock;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private String deployment;

    /** The application's own daily processes would be counted too. */
    private void daily(boolean goesOn) {
        for (var process : List.of("dailyDigest", "dailyWatch", "fileCleanUp")) {
            var waiting = runtime.updateProcessInstanceSuspensionState().byProcessDefinitionKey(process);
            if (goesOn) {
                waiting.activate();
            } else {
                waiting.suspend();
            }
        }
    }

    @BeforeEach
    void deploy() {
        daily(false);
        deployment = repository
                .createDeployment()
                .addClasspathResource("processes/timer-chain.bpmn")
                .deploy()
                .getId();
    }

    @AfterEach
    void remove() {
        daily(true);
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aMoveWalksThroughEveryDueDateInOrder() {
        Instant started = clock.instant();
        String instance = runtime.startProcessInstanceByKey("timerChain").getId();

        Walk walk = move(3);

        assertThat(walk).isEqualTo(new Walk(3, 0));
        assertThat(tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo("person");
        assertThat(endOf(instance, "firstDay"))
                .isCloseTo(started.plus(1, ChronoUnit.DAYS), within(30, ChronoUnit.SECONDS));
        assertThat(endOf(instance, "secondDay"))
                .isCloseTo(started.plus(2, ChronoUnit.DAYS), within(30, ChronoUnit.SECONDS));
        assertThat(clock.instant()).isCloseTo(started.plus(3, ChronoUnit.DAYS), within(30, ChronoUnit.SECONDS));
    }

    @Test
    void whatIsNotDueStays() {
        String instance = runtime.startProcessInstanceByKey("timerChain").getId();

        Walk walk = rehearsal.moveTo(clock.instant().plus(23, ChronoUnit.HOURS)).orElseThrow();

        assertThat(walk.jobsExecuted()).isZero();
        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("firstDay");
    }

    @Test
    void aJobThatUsesUpItsRetriesIsCountedAsAnIncident() {
        String instance = runtime.startProcessInstanceByKey("alwaysFails").getId();

        Walk walk = move(2);

        assertThat(walk).isEqualTo(new Walk(1, 1));
        assertThat(runtime.createIncidentQuery().processInstanceId(instance).count())
                .isEqualTo(1);
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getRetries())
                .isZero();
        assertThat(history.createHistoricJobLogQuery()
                        .processInstanceId(instance)
                        .failureLog()
                        .count())
                .isEqualTo(5);
    }

    @Test
    void childrenEndingTogetherAllArriveInTheirParent() {
        String instance = runtime.startProcessInstanceByKey("family").getId();

        Walk walk = move(2);

        assertThat(walk).isEqualTo(new Walk(20, 0));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .superProcessInstanceId(instance)
                        .completed()
                        .count())
                .isEqualTo(20);
    }

    @Test
    void aJobThatCollidedIsStillExecutedOnTheSameMove() {
        String instance = runtime.startProcessInstanceByKey("timerChain").getId();
        Instant firstDay = clock.instant().plus(1, ChronoUnit.DAYS);

        var walk = transactions.execute(otherAct -> {
            jdbc.sql("update act_ru_job set rev_ = rev_ + 1 where process_instance_id_ = ?")
                    .param(instance)
                    .update();
            var move = CompletableFuture.supplyAsync(() -> rehearsal.moveTo(firstDay));
            Awaitility.await("the walker stands before the row")
                    .until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                                    .query(Long.class)
                                    .single()
                            > 0);
            return move;
        });

        assertThat(walk.join()).contains(new Walk(2, 0));
        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("secondDay");
    }

    @Test
    void aLongMoveExecutesManyJobs() {
        for (int i = 0; i < 200; i++) {
            runtime.startProcessInstanceByKey("timerChain");
        }

        Walk walk = move(30);

        assertThat(walk).isEqualTo(new Walk(600, 0));
        assertThat(tasks.createTaskQuery().taskDefinitionKey("person").count()).isEqualTo(200);
    }

    @Test
    void theJobExecutorRunsAgainAfterwards() throws InterruptedException {
        move(1);

        assertThat(engine.getJobExecutor().isActive()).isTrue();
        runtime.createProcessInstanceByKey("timerChain")
                .startBeforeActivity("step")
                .execute();
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (waitingForSecondDay() == 0 && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        assertThat(waitingForSecondDay()).isEqualTo(1);
    }

    private long waitingForSecondDay() {
        return runtime.createExecutionQuery().activityId("secondDay").count();
    }

    private Walk move(int days) {
        return rehearsal.moveTo(clock.instant().plus(days, ChronoUnit.DAYS)).orElseThrow();
    }

    private Instant endOf(String instance, String activity) {
        HistoricActivityInstance found = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityId(activity)
                .singleResult();
        return found.getEndTime().toInstant();
    }
}
