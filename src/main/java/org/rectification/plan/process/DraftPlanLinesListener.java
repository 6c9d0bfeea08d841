package org.rectification.plan.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.plan.Bounced;
import org.rectification.plan.Plans;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands what a drafter bounces to the plan, which takes the rest as claimed. */
@Component
class DraftPlanLinesListener implements TaskListener {

    private final Plans plans;
    private final TaskEntries entries;
    private final CurrentPerson current;

    DraftPlanLinesListener(Plans plans, TaskEntries entries, CurrentPerson current) {
        this.plans = plans;
        this.entries = entries;
        this.current = current;
    }

    record Entry(@Nullable List<Bounced> bounced) {}

    @Override
    public void notify(DelegateTask task) {
        var key = new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task));
        var bounced = entries.read(task, Entry.class).bounced();
        plans.finishDrafting(
                current.id(), key, CaseVariables.required(task, "drafterId"), bounced == null ? List.of() : bounced);
    }
}
