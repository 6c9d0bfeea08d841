package org.rectification.warning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.warning.DailyWatch;
import org.springframework.stereotype.Component;

/** Raises what is due this morning. */
@Component
class LookAtOpenItemsDelegate implements JavaDelegate {

    private final DailyWatch watch;

    LookAtOpenItemsDelegate(DailyWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.look();
    }
}
