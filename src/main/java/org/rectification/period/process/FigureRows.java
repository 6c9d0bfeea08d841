package org.rectification.period.process;

import java.util.List;
import org.rectification.period.LedgerFigures;

/** The ledger's figures as rows of a table on a form. */
final class FigureRows {

    private FigureRows() {}

    static List<Row> of(LedgerFigures now, LedgerFigures before) {
        return List.of(
                new Row("问题总数", now.total(), before.total()),
                new Row("已销号", now.struckOff(), before.struckOff()),
                new Row("长期坚持", now.longTerm(), before.longTerm()),
                new Row("持续整改", now.continued(), before.continued()),
                new Row("未办结", now.unfinished(), before.unfinished()),
                new Row("其中逾期", now.overdue(), before.overdue()),
                new Row("其中被退回过", now.returned(), before.returned()));
    }

    /** One figure, now and in the report before. */
    record Row(String item, int now, int before) {}
}
