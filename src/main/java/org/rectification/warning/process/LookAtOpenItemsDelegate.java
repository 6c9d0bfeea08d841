package org.rectification.warning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.rectification.warning.DailyWatch;
import org.springframework.stereotype.Component;

/** Raises what is due this morning, a part at a time. */
@Component
class LookAtOpenItemsDelegate implements JavaDelegate {

    private static final String MORE_DUE = "moreDue";

    private final DailyWatch watch;

    LookAtOpenItemsDelegate(DailyWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        // Transient: only the gateway that follows asks.
        execution.setVariable(MORE_DUE, Variables.booleanValue(watch.look(), true));
    }
}
