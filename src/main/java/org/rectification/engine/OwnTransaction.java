package org.rectification.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Carries out one act of many in a transaction of its own, ledger and engine together, in the middle of a job: what it
 * did stays, and when it fails nothing of it does, whatever becomes of the job.
 */
@Component
public class OwnTransaction {

    private final ProcessEngine engine;
    private final OwnName ownName;

    OwnTransaction(@Lazy ProcessEngine engine, OwnName ownName) {
        this.engine = engine;
        this.ownName = ownName;
    }

    /** @throws RuntimeException of the act, after everything of it was taken back */
    public void run(Runnable act) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        // A context of the engine of its own, too: one that is shared would write its part with the job.
        ownName.run(() -> configuration.getCommandExecutorTxRequiresNew().execute(context -> {
            act.run();
            return null;
        }));
    }
}
