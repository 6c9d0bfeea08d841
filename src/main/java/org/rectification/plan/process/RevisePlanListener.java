package org.rectification.plan.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.plan.CommentAnswer;
import org.rectification.plan.Plans;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands the clerk's answers and the word on what was revised to the plan; learns whether the committee must meet again. */
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

    /** The form shows each comment beside its answer and sends both back. */
    record Entry(@Nullable String summary, @Nullable List<Answered> answers) {

        List<CommentAnswer> given() {
            return answers == null
                    ? List.of()
                    : answers.stream()
                            .map(each -> new CommentAnswer(each.comment(), each.decision(), each.reason()))
                            .toList();
        }
    }

    record Answered(
            String id,
            @Nullable String line,
            @Nullable String field,
            @Nullable String body,
            @Nullable String text,
            @Nullable CommentAnswer.Decision decision,
            @Nullable String reason) {

        long comment() {
            try {
                return Long.parseLong(id);
            } catch (NumberFormatException e) {
                throw Refusal.of("answers", "所答复的意见不在本次审核意见之中。");
            }
        }
    }

    @Override
    public void notify(DelegateTask task) {
        var key = new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task));
        var entry = entries.read(task, Entry.class);
        task.getExecution()
                .setVariable("deliberationDue", plans.revise(current.id(), key, entry.summary(), entry.given()));
    }
}
