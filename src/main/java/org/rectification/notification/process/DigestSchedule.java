package org.rectification.notification.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rectification.engine.OwnName;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exactly one instance waits for the next digest: begun at the first start, handed on from day to day since. */
@Component
class DigestSchedule implements ApplicationRunner {

    private static final String PROCESS = "dailyDigest";
    private static final String SCHEDULED = "dailyDigest.scheduled";

    private final RuntimeService runtime;
    private final OwnName ownName;
    private final JdbcClient jdbc;

    DigestSchedule(@Lazy RuntimeService runtime, OwnName ownName, JdbcClient jdbc) {
        this.runtime = runtime;
        this.ownName = ownName;
        this.jdbc = jdbc;
    }

    /** Two nodes may start at the same moment: the second waits and finds the first one's instance. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        jdbc.sql("select pg_advisory_xact_lock(5041080)").query().listOfRows();
        if (runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).count() == 0) {
            next();
        }
    }

    void next() {
        ownName.call(() -> runtime.createMessageCorrelation(SCHEDULED).correlateStartMessage());
    }
}
