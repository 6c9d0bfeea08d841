package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.CaseVariables;
import org.rectification.finding.FindingInstances;
import org.springframework.stereotype.Component;

/** Notes which instance carries the finding. */
@Component
class FindingOpenedListener implements ExecutionListener {

    private final FindingInstances instances;

    FindingOpenedListener(FindingInstances instances) {
        this.instances = instances;
    }

    @Override
    public void notify(DelegateExecution execution) {
        instances.started(CaseVariables.findingId(execution), execution.getProcessInstanceId());
    }
}
