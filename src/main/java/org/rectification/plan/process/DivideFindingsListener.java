package org.rectification.plan.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.plan.DivisionChange;
import org.rectification.plan.Plans;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands the changes to the proposed division to the plan; an empty entry accepts the proposal. */
@Component
class DivideFindingsListener implements TaskListener {

    private final Plans plans;
    private final TaskEntries entries;
    private final CurrentPerson current;

    DivideFindingsListener(Plans plans, TaskEntries entries, CurrentPerson current) {
        this.plans = plans;
        this.entries = entries;
        this.current = current;
    }

    record Entry(@Nullable List<DivisionChange> changes) {}

    @Override
    public void notify(DelegateTask task) {
        var key = new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task));
        var changes = entries.read(task, Entry.class).changes();
        plans.divide(current.id(), key, changes == null ? List.of() : changes);
    }
}
