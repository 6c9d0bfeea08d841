package org.rectification.finding.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.LongTermConclusion;
import org.rectification.finding.LongTermReviews;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands a review of the long-term list to the ledger. */
@Component
class ReviewLongTermListener implements TaskListener {

    private final LongTermReviews reviews;
    private final TaskEntries entries;
    private final CurrentPerson current;

    ReviewLongTermListener(LongTermReviews reviews, TaskEntries entries, CurrentPerson current) {
        this.reviews = reviews;
        this.entries = entries;
        this.current = current;
    }

    record Entry(
            @Nullable LongTermConclusion conclusion,
            @Nullable String reason,
            @Nullable LocalDate nextReviewOn,
            @Nullable LocalDate newDueOn) {}

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, Entry.class);
        if (entry.conclusion() == null) {
            throw Refusal.of("conclusion", "请选择复查结论。");
        }
        reviews.review(
                current.id(),
                CaseVariables.findingId(task),
                new LongTermReviews.Outcome(
                        entry.conclusion(), entry.reason(), entry.nextReviewOn(), entry.newDueOn()));
    }
}
