package org.rectification.finding.process;

import java.math.BigDecimal;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.FindingWork;
import org.rectification.finding.ReportedResult;
import org.rectification.finding.ReportedResult.Measure;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Hands a reported result to the ledger. */
@Component
class RectifyFindingListener implements TaskListener {

    private final FindingWork work;
    private final TaskEntries entries;
    private final CurrentPerson current;

    RectifyFindingListener(FindingWork work, TaskEntries entries, CurrentPerson current) {
        this.work = work;
        this.entries = entries;
        this.current = current;
    }

    record Entry(
            @Nullable String result,
            @Nullable List<Measure> measures,
            @Nullable BigDecimal claimedAmount,
            @Nullable String voucher,
            @Nullable String evidence,
            @Nullable String filledInFor) {}

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, Entry.class);
        work.report(
                current.id(),
                CaseVariables.findingId(task),
                new ReportedResult(
                        entry.result(), entry.measures(), entry.claimedAmount(), entry.voucher(), entry.evidence()),
                entry.filledInFor());
    }
}
