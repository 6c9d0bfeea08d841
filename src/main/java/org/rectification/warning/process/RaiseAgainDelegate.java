package org.rectification.warning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.warning.DailyWatch;
import org.springframework.stereotype.Component;

/** Raises a warning that failed before. */
@Component
class RaiseAgainDelegate implements JavaDelegate {

    private final DailyWatch watch;

    RaiseAgainDelegate(DailyWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.lookAgain((String) execution.getVariable(EngineFaultyItems.WATCHED_ITEM));
    }
}
