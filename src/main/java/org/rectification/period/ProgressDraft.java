package org.rectification.period;

import java.time.LocalDate;

/** The text from which the clerk starts: what the ledger says now, against the report before (S45). */
public final class ProgressDraft {

    private ProgressDraft() {}

    public static String text(LocalDate today, LedgerFigures now, LedgerFigures before) {
        return """
                截至%s,台账共有问题%d个:已销号%d个(%s),长期坚持%d个,未办结%d个,其中逾期%d个、被退回后仍在整改%d个。

                一、本期主要工作:

                二、存在的困难和问题:

                三、下步安排:
                """
                .formatted(
                        ChineseDates.day(today),
                        now.total(),
                        now.struckOff(),
                        change(now.struckOff() - before.struckOff()),
                        now.longTerm(),
                        now.unfinished(),
                        now.overdue(),
                        now.returned());
    }

    private static String change(int difference) {
        return difference == 0 ? "较上期无变化" : "较上期增加" + difference + "个";
    }
}
