package org.rectification.plan.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.plan.AmendmentEntry;
import org.rectification.plan.PlanAmendments;
import org.springframework.stereotype.Component;

/** Hands the amended lines to the plan; learns whether they go on to the inspection office. */
@Component
class PrepareAmendmentListener implements TaskListener {

    private final PlanAmendments amendments;
    private final TaskEntries entries;
    private final CurrentPerson current;

    PrepareAmendmentListener(PlanAmendments amendments, TaskEntries entries, CurrentPerson current) {
        this.amendments = amendments;
        this.entries = entries;
        this.current = current;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, AmendmentEntry.class);
        var submitted = amendments.submit(current.id(), AmendmentVariables.amendmentId(task), entry);
        task.getExecution().setVariable("amendmentSubmitted", submitted);
    }
}
