package org.rectification.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.notification.Digests;
import org.springframework.stereotype.Component;

/** Writes today's digests. */
@Component
class WriteDigestsDelegate implements JavaDelegate {

    private final Digests digests;

    WriteDigestsDelegate(Digests digests) {
        this.digests = digests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        digests.write();
    }
}
