package org.rectification.plan.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.plan.OpinionAnswer;
import org.rectification.plan.Plans;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands the answers to the opinions to the plan. */
@Component
class CompletePlanLinesListener implements TaskListener {

    private final Plans plans;
    private final TaskEntries entries;
    private final CurrentPerson current;

    CompletePlanLinesListener(Plans plans, TaskEntries entries, CurrentPerson current) {
        this.plans = plans;
        this.entries = entries;
        this.current = current;
    }

    /** The form shows each opinion beside its answer and sends both back. */
    record Entry(@Nullable List<Answered> answers) {}

    record Answered(String number, @Nullable String text, @Nullable String answer, @Nullable List<String> findings) {}

    @Override
    public void notify(DelegateTask task) {
        var key = new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task));
        var answers = entries.read(task, Entry.class).answers();
        plans.complete(
                current.id(),
                key,
                answers == null
                        ? List.of()
                        : answers.stream()
                                .map(each -> new OpinionAnswer(each.number(), each.answer(), each.findings()))
                                .toList());
    }
}
