package org.rectification.period;

import java.time.Instant;
import java.time.LocalDate;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;

/**
 * A progress report (S45): prepared by the clerk, approved or returned by the Secretary, then received by both bodies.
 *
 * @param number 1, 2, …
 * @param figures the ledger at the moment of preparation; null before
 * @param returnReason why the Secretary returned it last; null when it was not, or was prepared again since
 */
public record ProgressReport(
        int number,
        LocalDate dueOn,
        boolean opened,
        @Nullable LedgerFigures figures,
        @Nullable String content,
        @Nullable String preparedBy,
        int returns,
        @Nullable String returnReason,
        @Nullable Instant approvedAt) {

    /** @throws Refusal when there is nothing to prepare */
    void demandPreparable() {
        if (!opened) {
            throw Refusal.of("第" + number + "期报告尚未到报送日期。");
        }
        demandNotApproved();
    }

    /** @throws Refusal when there is nothing to decide on */
    void demandDecidable() {
        if (content == null) {
            throw Refusal.of("第" + number + "期报告尚未起草。");
        }
        demandNotApproved();
    }

    /** @throws Refusal when it has not been sent */
    void demandSent() {
        if (approvedAt == null) {
            throw Refusal.of("第" + number + "期报告尚未审定报送,不能签收。");
        }
    }

    private void demandNotApproved() {
        if (approvedAt != null) {
            throw Refusal.of("第" + number + "期报告已经审定报送,不能再修改。");
        }
    }
}
