package org.rectification.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Processes of which exactly one instance waits for the next day: begun at the first start, handed on since. */
@Component
public class DayByDay {

    private final RuntimeService runtime;
    private final OwnName ownName;
    private final JdbcClient jdbc;

    DayByDay(@Lazy RuntimeService runtime, OwnName ownName, JdbcClient jdbc) {
        this.runtime = runtime;
        this.ownName = ownName;
        this.jdbc = jdbc;
    }

    /** Two nodes may start at the same moment: the second waits and finds the first one's instance. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(String process, String message) {
        jdbc.sql("select pg_advisory_xact_lock(5041080)").query().listOfRows();
        if (runtime.createProcessInstanceQuery().processDefinitionKey(process).count() == 0) {
            next(message);
        }
    }

    public void next(String message) {
        ownName.call(() -> runtime.createMessageCorrelation(message).correlateStartMessage());
    }
}
