package org.rectification.hearing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.hearing.HearingAdvice;
import org.springframework.stereotype.Component;

/** Keeps, finding by finding, what judge-progress advises on the hearing's day (S35). */
@Component
class JudgeFindingsDelegate implements JavaDelegate {

    private final HearingAdvice advice;

    JudgeFindingsDelegate(HearingAdvice advice) {
        this.advice = advice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        advice.judge(HearingVariables.caseKey(execution));
    }
}
