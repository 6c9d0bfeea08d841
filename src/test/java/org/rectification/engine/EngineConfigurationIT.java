package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.Test;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** What application.yaml asks for is what the engine, the database and the doors really have. */
@RectificationTest
class EngineConfigurationIT {

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TestRestTemplate http;

    @Test
    void theEngineIsStrict() {
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.isTenantCheckEnabled()).isTrue();
        assertThat(engine.isEnablePasswordPolicy()).isTrue();
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(engine.getDefaultSerializationFormat()).isEqualTo("application/json");
        assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(engine.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(engine.isCmmnEnabled()).isFalse();
        assertThat(engine.isStandaloneTasksEnabled()).isFalse();
        assertThat(engine.getHistoryLevel()).isInstanceOf(LedgerHistoryLevel.class);
    }

    @Test
    void jobsAreFetchedByDueDateInModestBatches() {
        assertThat(engine.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(engine.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT10M,PT1H");
        JobExecutor executor = engine.getJobExecutor();
        assertThat(executor.getMaxJobsPerAcquisition()).isEqualTo(24);
        assertThat(executor.getLockTimeInMillis()).isEqualTo(60_000);
        assertThat(executor.getMaxWait()).isEqualTo(10_000);
        assertThat(executor.getBackoffTimeInMillis()).isEqualTo(25);
        assertThat(executor.getMaxBackoff()).isEqualTo(400);
        assertThat(executor)
                .isInstanceOfSatisfying(SpringJobExecutor.class, spring -> assertThat(spring.getTaskExecutor())
                        .isInstanceOfSatisfying(ThreadPoolTaskExecutor.class, pool -> {
                            assertThat(pool.getCorePoolSize()).isEqualTo(3);
                            assertThat(pool.getMaxPoolSize()).isEqualTo(3);
                            assertThat(pool.getQueueCapacity()).isEqualTo(12);
                        }));
    }

    @Test
    void oneDataSourceAndOneTransactionManagerServeBoth() {
        assertThat(context.getBeansOfType(DataSource.class)).hasSize(1);
        Collection<PlatformTransactionManager> managers =
                context.getBeansOfType(PlatformTransactionManager.class).values();
        assertThat(managers).hasSize(1);
        assertThat(((SpringProcessEngineConfiguration) engine).getTransactionManager())
                .isSameAs(managers.iterator().next());
    }

    @Test
    void theEngineAndTheLedgerKeepToTheirOwnSchemas() {
        assertThat(schemasOf("act_ru_job")).containsExactly("public");
        assertThat(schemasOf("rehearsal_clock")).containsExactly("rectification");
        assertThat(schemasOf("flyway_schema_history")).containsExactly("rectification");
        assertThat(jdbc.queryForObject(
                        "select indexdef from pg_indexes where indexname = 'rectification_job_due'", String.class))
                .contains("(duedate_) WHERE ((retries_ > 0) AND (suspension_state_ = 1))");
    }

    @Test
    void timeIsShanghaiTimeAndFollowsTheEngine() {
        assertThat(context.getBean(Clock.class).getZone()).hasToString("Asia/Shanghai");
    }

    @Test
    void healthIsAllThatTheActuatorTellsOnThePeoplesPort() {
        for (String path : new String[] {"", "/liveness", "/readiness"}) {
            ResponseEntity<String> answer = http.getForEntity("/actuator/health" + path, String.class);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(answer.getBody()).isEqualTo("{\"status\":\"UP\"}");
        }
        for (String path : new String[] {"", "/prometheus", "/env", "/beans", "/health/db"}) {
            assertThat(http.getForEntity("/actuator" + path, String.class)
                            .getStatusCode()
                            .is2xxSuccessful())
                    .isFalse();
        }
    }

    @Test
    void theWelcomeNamesTheDoorsAndTheLogins() {
        assertThat(context.getBean(Welcome.class).text())
                .contains("/camunda/app/tasklist", "/camunda/app/cockpit", "admin", "Rectify!2026");
    }

    private List<String> schemasOf(String table) {
        return jdbc.queryForList(
                "select table_schema from information_schema.tables where table_name = ?", String.class, table);
    }
}
