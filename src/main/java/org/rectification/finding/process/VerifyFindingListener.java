package org.rectification.finding.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.FindingWork;
import org.rectification.finding.Verdict;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands the verdict to the ledger. */
@Component
class VerifyFindingListener implements TaskListener {

    private final FindingWork work;
    private final TaskEntries entries;
    private final CurrentPerson current;

    VerifyFindingListener(FindingWork work, TaskEntries entries, CurrentPerson current) {
        this.work = work;
        this.entries = entries;
        this.current = current;
    }

    record Entry(@Nullable Verdict verdict, @Nullable String reason, @Nullable LocalDate nextReviewOn) {}

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, Entry.class);
        if (entry.verdict() == null) {
            throw Refusal.of("verdict", "请选择核验结论。");
        }
        work.verify(current.id(), CaseVariables.findingId(task), entry.verdict(), entry.reason(), entry.nextReviewOn());
    }
}
