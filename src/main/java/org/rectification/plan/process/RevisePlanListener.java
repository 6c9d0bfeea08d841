package org.rectification.plan.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.plan.Plans;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands the word on what was revised to the plan. */
@Component
class RevisePlanListener implements TaskListener {

    private final Plans plans;
    private final TaskEntries entries;
    private final CurrentPerson current;

    RevisePlanListener(Plans plans, TaskEntries entries, CurrentPerson current) {
        this.plans = plans;
        this.entries = entries;
        this.current = current;
    }

    record Entry(@Nullable String summary) {}

    @Override
    public void notify(DelegateTask task) {
        var key = new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task));
        plans.revise(current.id(), key, entries.read(task, Entry.class).summary());
    }
}
