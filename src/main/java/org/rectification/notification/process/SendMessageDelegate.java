package org.rectification.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.notification.Messenger;
import org.springframework.stereotype.Component;

/** Sends the message of this instance. */
@Component
class SendMessageDelegate implements JavaDelegate {

    private final Messenger messenger;

    SendMessageDelegate(Messenger messenger) {
        this.messenger = messenger;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messenger.send(CaseVariables.required(execution, EngineDelivery.MESSAGE_ID));
    }
}
