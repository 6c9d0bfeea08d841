package org.rectification.plan.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.plan.AmendmentDecision;
import org.rectification.plan.PlanAmendments;
import org.springframework.stereotype.Component;

/** Hands the inspection office's decision to the plan; with its consent the next version stands when this returns. */
@Component
class ConsentToAmendmentListener implements TaskListener {

    private final PlanAmendments amendments;
    private final TaskEntries entries;
    private final CurrentPerson current;

    ConsentToAmendmentListener(PlanAmendments amendments, TaskEntries entries, CurrentPerson current) {
        this.amendments = amendments;
        this.entries = entries;
        this.current = current;
    }

    @Override
    public void notify(DelegateTask task) {
        var decision = entries.read(task, AmendmentDecision.class);
        var consented = amendments.decide(current.id(), AmendmentVariables.amendmentId(task), decision);
        task.getExecution().setVariable("amendmentConsented", consented);
    }
}
