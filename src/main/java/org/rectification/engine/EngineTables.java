package org.rectification.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the engine's tables into order: Flyway has run before the engine looks at the database (the engine's configuration
 * collects all plugins, and this one exists only after the migrations), and our indexes come once the engine has built
 * its tables.
 */
@Component
@DependsOnDatabaseInitialization
class EngineTables extends AbstractProcessEnginePlugin {

    private static final String ONE_NODE_AT_A_TIME = "select pg_advisory_xact_lock(5041071)";

    /** The engine ships no index for the question it asks most: which job is due next. */
    private static final String DUE_JOBS =
            """
            create index if not exists rectification_job_due on public.act_ru_job (duedate_)
            where retries_ > 0 and suspension_state_ = 1
            """;

    /** Room for updates in place: a job is locked and unlocked, which touches no indexed column. */
    private static final String JOB_STORAGE =
            """
            alter table public.act_ru_job set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01,
            autovacuum_analyze_scale_factor = 0.02)
            """;

    /** Whether a person owes something, and since when, is asked by name of the person on every page of lists. */
    private static final String OWN_TASKS =
            """
            create index if not exists rectification_task_assignee_create on public.act_ru_task (assignee_, create_time_)
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    EngineTables(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute(ONE_NODE_AT_A_TIME);
            jdbc.execute(DUE_JOBS);
            jdbc.execute(JOB_STORAGE);
            jdbc.execute(OWN_TASKS);
        });
    }
}
