package org.rectification.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rectification.deadline.Provisional;
import org.rectification.plan.PlanLineView;
import org.rectification.plan.PlanLines;
import org.rectification.plan.sheet.LineSheet;
import org.rectification.plan.sheet.LineSheet.Further;
import org.rectification.plan.sheet.LineSheetWriter;
import org.rectification.plan.sheet.SheetLine;
import org.rectification.plan.sheet.SheetLine.Owner;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger as an Excel sheet: first the columns of the plan sheet, which can be changed and read back, then how far each
 * finding has come, for reading only.
 */
@Service
public class LedgerWorkbook {

    /** Findings whose plan lines are read together. */
    private static final int CHUNK = 500;

    private static final List<Further<Row>> FURTHER = List.of(
            column("单位", 18, LedgerRow::organisationName),
            column("问题类别", 22, LedgerRow::areaLabel),
            column("问题来源", 14, LedgerRow::sourceLabel),
            column("原问题日期", 12, LedgerRow::originDate),
            column("原文号", 14, LedgerRow::originNumber),
            column("立行立改", 10, row -> row.immediate() ? "是" : null),
            column("立行立改通知日期", 12, LedgerRow::immediateNoticeOn),
            column("立行立改通知文号", 16, LedgerRow::immediateNoticeNumber),
            column("立行立改期限", 12, LedgerRow::immediateDueOn),
            column("立行立改办理情况", 30, LedgerRow::immediateResult),
            column("重点关注", 10, row -> row.keyConcern() ? "是" : null),
            column("现行时限", 18, row -> row.dueOn() + Provisional.mark(row.provisional())),
            column("原定时限", 12, LedgerRow::originalDueOn),
            column("整改状态", 14, LedgerRow::stateLabel),
            column("是否逾期", 8, row -> row.overdue() ? "是" : "否"),
            column("时效", 10, LedgerRow::ageing),
            column("预警", 10, LedgerRow::colourLabel),
            column("退回次数", 8, LedgerRow::returns),
            column("问题来历", 10, LedgerRow::originLabel),
            column("整改结果", 40, LedgerRow::result),
            column("核验人", 10, LedgerRow::verifier),
            column("销号日期", 12, LedgerRow::struckOffOn),
            column("下次复查日期", 12, LedgerRow::nextReviewOn));

    private final Ledger ledger;
    private final PlanLines lines;
    private final LineSheetWriter writer;

    LedgerWorkbook(Ledger ledger, PlanLines lines, LineSheetWriter writer) {
        this.ledger = ledger;
        this.lines = lines;
        this.writer = writer;
    }

    /** @param out left open; holds a complete .xlsx file afterwards */
    @Transactional(readOnly = true)
    public void write(String personId, LedgerFilter filter, OutputStream out) throws IOException {
        var sheet = new LineSheet<>(LineSheet.LEDGER, ledger.mostMeasures(personId, filter), FURTHER, Row::cells);
        writer.write(sheet, rows -> each(personId, filter, rows), out);
    }

    private void each(String personId, LedgerFilter filter, Consumer<Row> rows) {
        var waiting = new ArrayList<LedgerRow>();
        ledger.each(personId, filter, row -> {
            waiting.add(row);
            if (waiting.size() == CHUNK) {
                withLines(personId, waiting, rows);
            }
        });
        withLines(personId, waiting, rows);
    }

    private void withLines(String personId, List<LedgerRow> waiting, Consumer<Row> rows) {
        var known =
                lines.ofFindings(personId, waiting.stream().map(LedgerRow::id).toList());
        waiting.forEach(row -> rows.accept(new Row(row, known.get(row.id()))));
        waiting.clear();
    }

    private static Further<Row> column(String name, int width, Function<LedgerRow, Object> value) {
        return new Further<>(name, width, row -> Objects.toString(value.apply(row.ledger()), null));
    }

    /** @param line null: the finding has no line in a plan yet */
    private record Row(LedgerRow ledger, @Nullable PlanLineView line) {

        SheetLine cells() {
            return line != null
                    ? SheetLine.of(line)
                    : new SheetLine(
                            ledger.organisation(),
                            ledger.id(),
                            SheetLine.placeOf(ledger.villageName()),
                            ledger.number(),
                            ledger.problem(),
                            ledger.opinion(),
                            Owner.of(ledger.leaderId(), ledger.leader()),
                            ledger.branch(),
                            Owner.of(ledger.personId(), ledger.person()),
                            null);
        }
    }
}
