package org.rectification.hearing.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.hearing.Hearings;
import org.springframework.stereotype.Component;

/** Keeps what judge-progress advised, with its reason. */
@Component
class JudgeProgressListener implements ExecutionListener {

    private final Hearings hearings;

    JudgeProgressListener(Hearings hearings) {
        this.hearings = hearings;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var advice = (Map<?, ?>) execution.getVariable(HearingVariables.PROGRESS_ADVICE);
        hearings.advise(
                HearingVariables.caseKey(execution),
                String.valueOf(advice.get("advice")),
                String.valueOf(advice.get("reason")));
    }
}
