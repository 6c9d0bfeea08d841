package org.rectification.period;

import org.rectification.finding.Counts;
import org.rectification.finding.FindingState;

/**
 * The ledger of one organisation in figures, at one moment.
 *
 * @param total all findings
 * @param struckOff 已销号
 * @param longTerm 长期坚持: counted apart, never as struck off
 * @param continued 持续整改: part of the unfinished
 * @param unfinished everything neither struck off nor on the long-term list
 * @param overdue unfinished and past the due day
 * @param returned unfinished and returned at least once
 */
public record LedgerFigures(
        int total, int struckOff, int longTerm, int continued, int unfinished, int overdue, int returned) {

    /** What stands before the first report: an empty ledger. */
    public static final LedgerFigures NONE = new LedgerFigures(0, 0, 0, 0, 0, 0, 0);

    public static LedgerFigures of(Counts counts) {
        return new LedgerFigures(
                counts.total(),
                counts.of(FindingState.STRUCK_OFF),
                counts.of(FindingState.LONG_TERM),
                counts.of(FindingState.CONTINUED),
                counts.unsettled(),
                counts.overdue(),
                counts.returned());
    }

    /** Share of all findings that are overdue, in whole percent, rounded up so that a single one is never lost. */
    public int overduePercent() {
        return total == 0 ? 0 : (overdue * 100 + total - 1) / total;
    }
}
