package org.rectification.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rectification.deadline.Provisional;
import org.rectification.workbook.CellText;
import org.springframework.stereotype.Service;

/** The ledger as an Excel sheet, with the columns that offices use; written as a stream, so that size does not matter. */
@Service
public class LedgerWorkbook {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int CHARACTER = 256;
    private static final List<Column> COLUMNS = List.of(
            new Column("单位", 18, LedgerRow::organisationName),
            new Column("村（居）", 18, LedgerRow::villageName),
            new Column("序号", 6, LedgerRow::number),
            new Column("问题类别", 22, LedgerRow::areaLabel),
            new Column("问题来源", 14, LedgerRow::sourceLabel),
            new Column(
                    "原问题日期",
                    12,
                    row -> row.originDate() == null ? null : row.originDate().toString()),
            new Column("原文号", 14, LedgerRow::originNumber),
            new Column("具体问题", 50, LedgerRow::problem),
            new Column("整改意见", 30, LedgerRow::opinion),
            new Column("整改措施", 40, LedgerRow::measures),
            new Column("整改目标", 30, LedgerRow::goal),
            new Column("整改时限", 18, row -> row.dueOn() + Provisional.mark(row.provisional())),
            new Column("原定时限", 12, row -> row.originalDueOn().toString()),
            new Column("责任领导", 10, LedgerRow::leader),
            new Column("责任党支部（股室）", 18, LedgerRow::branch),
            new Column("责任人员", 10, LedgerRow::person),
            new Column("整改状态", 14, LedgerRow::stateLabel),
            new Column("是否逾期", 8, row -> row.overdue() ? "是" : "否"),
            new Column("时效", 10, LedgerRow::ageing),
            new Column("预警", 10, LedgerRow::colourLabel),
            new Column("退回次数", 8, row -> String.valueOf(row.returns())),
            new Column("问题来历", 10, LedgerRow::originLabel),
            new Column("整改结果", 40, LedgerRow::result),
            new Column("核验人", 10, LedgerRow::verifier),
            new Column(
                    "销号日期",
                    12,
                    row -> row.struckOffOn() == null ? null : row.struckOffOn().toString()));

    private final Ledger ledger;

    LedgerWorkbook(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param out left open; holds a complete .xlsx file afterwards */
    public void write(String personId, LedgerFilter filter, OutputStream out) throws IOException {
        try (var workbook = new SXSSFWorkbook(new XSSFWorkbook(), ROWS_IN_MEMORY, false, true)) {
            var sheet = workbook.createSheet("整改台账");
            var cells = new CellText(workbook);
            var header = sheet.createRow(0);
            for (int column = 0; column < COLUMNS.size(); column++) {
                cells.heading(header.createCell(column), COLUMNS.get(column).name(), false);
                sheet.setColumnWidth(column, COLUMNS.get(column).width() * CHARACTER);
            }
            sheet.createFreezePane(0, 1);
            ledger.each(personId, filter, row -> fill(sheet.createRow(sheet.getLastRowNum() + 1), row, cells));
            workbook.write(out);
        }
    }

    /** Text only: a cell that begins with "=" is what somebody typed, never a formula. */
    private static void fill(Row target, LedgerRow row, CellText cells) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            var value = COLUMNS.get(column).value().apply(row);
            if (value != null) {
                cells.text(target.createCell(column), value);
            }
        }
    }

    private record Column(String name, int width, Function<LedgerRow, String> value) {}
}
