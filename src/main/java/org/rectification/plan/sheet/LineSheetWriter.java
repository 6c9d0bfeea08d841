package org.rectification.plan.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rectification.people.People;
import org.rectification.plan.Horizon;
import org.rectification.plan.sheet.LineSheet.Further;
import org.rectification.workbook.CellText;
import org.springframework.stereotype.Component;

/** Writes plan sheet and ledger with the columns that {@link PlanSheetReader} reads; as a stream, so that size does not matter. */
@Component
public class LineSheetWriter {

    private static final int ROWS_IN_MEMORY = 200;
    private static final int CHARACTER = 256;
    private static final String CHOICES = "选项";

    private final People people;

    LineSheetWriter(People people) {
        this.people = people;
    }

    /**
     * @param rows hands over one row after the other
     * @param out left open; holds a complete .xlsx file afterwards
     */
    public <T> void write(LineSheet<T> of, Consumer<Consumer<T>> rows, OutputStream out) throws IOException {
        // With shared texts, as the programs of offices write them: some readers know no others.
        try (var workbook = new SXSSFWorkbook(new XSSFWorkbook(), ROWS_IN_MEMORY, false, true)) {
            var sheet = workbook.createSheet(of.name());
            var headers = of.headers();
            var shared = headers.subList(0, headers.size() - of.further().size());
            var cells = new CellText(workbook);
            header(sheet, headers, of.further(), cells);
            var names = new LinkedHashMap<String, Names>();
            rows.accept(each -> {
                var line = of.line().apply(each);
                var row = sheet.createRow(sheet.getLastRowNum() + 1);
                row(row, shared, line, names(line.organisation(), names), cells);
                for (int column = 0; column < of.further().size(); column++) {
                    var text = of.further().get(column).of(each);
                    if (text != null) {
                        cells.text(row.createCell(shared.size() + column), text);
                    }
                }
            });
            choices(workbook, sheet, shared, names, Math.max(sheet.getLastRowNum(), 1));
            instructions(workbook.createSheet("填写说明"));
            workbook.write(out);
        }
    }

    private Names names(String organisation, Map<String, Names> known) {
        return known.computeIfAbsent(organisation, each -> new Names(people.of(each)));
    }

    private static <T> void header(SXSSFSheet sheet, List<String> headers, List<Further<T>> further, CellText cells) {
        var row = sheet.createRow(0);
        var shared = headers.size() - further.size();
        for (int column = 0; column < headers.size(); column++) {
            var header = headers.get(column);
            cells.heading(row.createCell(column), header, Columns.isFilledIn(header));
            var width = column < shared
                    ? width(header)
                    : further.get(column - shared).width();
            sheet.setColumnWidth(column, width * CHARACTER);
            sheet.setDefaultColumnStyle(column, Columns.isDay(header) ? cells.day() : cells.text());
        }
        sheet.setColumnHidden(0, true);
        sheet.setColumnHidden(1, true);
        sheet.createFreezePane(Columns.GIVEN.indexOf(Columns.PROBLEM) + 1, 1);
    }

    private static int width(String header) {
        if (Columns.isDay(header) || header.endsWith(Columns.HORIZON) || header.equals(Columns.NUMBER)) {
            return header.equals(Columns.NUMBER) ? 6 : 12;
        }
        return switch (header) {
            case Columns.PROBLEM, Columns.GOAL, Columns.ROOT_CAUSE, Columns.SIMILAR_CHECK -> 36;
            case Columns.SIMILAR_CHECKED, Columns.SIMILAR_FOUND -> 10;
            case Columns.PLACE, Columns.LEADER, Columns.PERSON, Columns.BRANCH -> 20;
            default -> 30;
        };
    }

    private static void row(SXSSFRow row, List<String> headers, SheetLine line, Names names, CellText cells) {
        for (int column = 0; column < headers.size(); column++) {
            var header = headers.get(column);
            if (Columns.isDay(header)) {
                cells.day(row.createCell(column), line.day(header));
            } else {
                cells.text(row.createCell(column), line.text(header, names));
            }
        }
    }

    /** The words stand on a hidden sheet: a list inside the rule itself may have 255 characters only. */
    private static void choices(
            SXSSFWorkbook workbook, SXSSFSheet sheet, List<String> headers, Map<String, Names> names, int rows) {
        var choices = workbook.createSheet(CHOICES);
        // Where several organisations stand in one sheet no single list of people would be right.
        var people = names.size() == 1 ? names.values().iterator().next().labels() : new ArrayList<String>();
        var length = Math.max(people.size(), Horizon.values().length);
        for (int index = 0; index < length; index++) {
            var row = choices.createRow(index);
            if (index < people.size()) {
                row.createCell(0).setCellValue(people.get(index));
            }
            if (index < Horizon.values().length) {
                row.createCell(1).setCellValue(Horizon.values()[index].label());
            }
        }
        workbook.setSheetHidden(workbook.getSheetIndex(choices), true);
        for (int column = 0; column < headers.size(); column++) {
            var header = headers.get(column);
            if ((header.equals(Columns.LEADER) || header.equals(Columns.PERSON)) && !people.isEmpty()) {
                dropDown(sheet, column, 0, people.size(), rows);
            } else if (Columns.isMeasure(header) && header.endsWith(Columns.HORIZON)) {
                dropDown(sheet, column, 1, Horizon.values().length, rows);
            } else if (Columns.isDay(header)) {
                days(sheet, column, rows);
            }
        }
    }

    private static void dropDown(SXSSFSheet sheet, int column, int listColumn, int length, int rows) {
        var letters = CellReference.convertNumToColString(listColumn);
        var helper = sheet.getDataValidationHelper();
        var rule = helper.createValidation(
                helper.createFormulaListConstraint("%s!$%s$1:$%s$%d".formatted(CHOICES, letters, letters, length)),
                new CellRangeAddressList(1, rows, column, column));
        rule.setShowErrorBox(true);
        rule.createErrorBox("不在列表中", "请从下拉列表选择。");
        sheet.addValidationData(rule);
    }

    private static void days(SXSSFSheet sheet, int column, int rows) {
        var helper = sheet.getDataValidationHelper();
        var rule = helper.createValidation(
                helper.createDateConstraint(OperatorType.BETWEEN, "DATE(2000,1,1)", "DATE(2099,12,31)", "yyyy-mm-dd"),
                new CellRangeAddressList(1, rows, column, column));
        rule.setShowErrorBox(true);
        rule.createErrorBox("不是日期", "请填写日期，如 2026-05-20。");
        sheet.addValidationData(rule);
    }

    private static void instructions(SXSSFSheet sheet) {
        sheet.setColumnWidth(0, 110 * CHARACTER);
        var next = 0;
        for (var line : List.of(
                "非涉密系统，严禁录入、上传国家秘密。",
                "一行是一个问题。灰色栏目由系统填好，请勿改动；黄色栏目由编制人填写。第一行栏目名称请勿改动。",
                "整改方案编制表和整改台账导出的前面各栏相同，都可以填好后上传；栏目名称带“（只读）”的只供查看，上传时不读取。",
                "责任领导、责任人员从下拉列表选择；保留原来的即沿用已分解的责任人，调整的须填写理由。",
                "每条措施占“类别、内容、时限”三栏；措施更多时，在右侧照样增加“措施5类别、措施5内容、措施5时限”等栏目。",
                "每个问题须有“当下改”和“长久立”措施，没有的填写理由。措施时限不填的，按整改时限。",
                "不想提交的行可以删除，也可以排序、筛选。没有改动的行不会导入。",
                "上传后先逐行核对，确认之前不保存；下载之后被他人修改过的行会指出，不会覆盖。",
                "方案印发之前在“整改方案编制表”页上传；印发之后在“方案版本”页的“方案调整”中上传，经审议和同意后生效。")) {
            sheet.createRow(next++).createCell(0).setCellValue(line);
        }
    }
}
