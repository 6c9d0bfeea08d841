package org.rectification.plan.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.plan.Plans;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** The Secretary settles whose a line is that was given back twice. */
@Component
class DecideOwnersListener implements TaskListener {

    private final Plans plans;
    private final TaskEntries entries;
    private final CurrentPerson current;

    DecideOwnersListener(Plans plans, TaskEntries entries, CurrentPerson current) {
        this.plans = plans;
        this.entries = entries;
        this.current = current;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task));
        plans.divideAgain(
                current.id(), key, entries.read(task, GivenBackEntry.class).divided());
    }
}
