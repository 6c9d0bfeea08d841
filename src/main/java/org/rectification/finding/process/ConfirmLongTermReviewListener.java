package org.rectification.finding.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.LongTermReviews;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands discipline supervision's word about a strike-off from the long-term list to the ledger. */
@Component
class ConfirmLongTermReviewListener implements TaskListener {

    private final LongTermReviews reviews;
    private final TaskEntries entries;
    private final CurrentPerson current;

    ConfirmLongTermReviewListener(LongTermReviews reviews, TaskEntries entries, CurrentPerson current) {
        this.reviews = reviews;
        this.entries = entries;
        this.current = current;
    }

    record Entry(@Nullable Answer answer, @Nullable String reason, @Nullable LocalDate nextReviewOn) {}

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, Entry.class);
        reviews.confirm(
                current.id(),
                CaseVariables.findingId(task),
                Answer.agrees(entry.answer()),
                entry.reason(),
                entry.nextReviewOn());
    }
}
