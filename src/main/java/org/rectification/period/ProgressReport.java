package org.rectification.period;

import java.time.Instant;
import java.time.LocalDate;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;

/**
 * A progress report (S45): prepared by the clerk, approved or returned by the Secretary, then received by both bodies.
 *
 * @param number 1, 2, …
 * @param figures the ledger as it was looked at for the preparation; null before
 * @param figuresAt when it was looked at
 * @param returnReason why the Secretary returned it last; null when it was not, or was prepared again since
 * @param similarity to an earlier report; null when it says something new
 */
public record ProgressReport(
        int number,
        LocalDate dueOn,
        boolean opened,
        @Nullable LedgerFigures figures,
        @Nullable Instant figuresAt,
        @Nullable String content,
        @Nullable String preparedBy,
        @Nullable Instant preparedAt,
        int returns,
        @Nullable String returnReason,
        @Nullable Instant approvedAt,
        @Nullable Similarity similarity) {

    /**
     * How far it repeats an earlier report.
     *
     * @param percent of the text that is the same as in report {@code to}, 0 to 100
     */
    public record Similarity(int to, int percent) {}

    /** Whether the moment lies after 24:00 of the report's day. */
    public boolean late(Instant moment) {
        return !moment.isBefore(ShanghaiTime.dueInstant(dueOn));
    }

    /** @throws Refusal when there is nothing to prepare */
    void demandPreparable() {
        if (!opened) {
            throw Refusal.of("第" + number + "期报告尚未开始填报。");
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
            throw Refusal.of("第" + number + "期报告尚未审定报送，不能签收。");
        }
    }

    private void demandNotApproved() {
        if (approvedAt != null) {
            throw Refusal.of("第" + number + "期报告已经审定报送，不能再修改。");
        }
    }
}
