package org.rectification.plan.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rectification.plan.Horizon;
import org.rectification.plan.PlanLineView;
import org.rectification.workbook.CellText;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Writes the plan sheet with everything that is known already; as a stream, so that size does not matter. */
@Component
class PlanSheetWriter {

    static final String SHEET = "整改方案";

    private static final int ROWS_IN_MEMORY = 200;
    private static final int FEWEST_GROUPS = 4;
    private static final int CHARACTER = 256;
    private static final String CHOICES = "选项";

    /** @param out left open; holds a complete .xlsx file afterwards */
    void write(List<PlanLineView> lines, Names names, OutputStream out) throws IOException {
        // One empty group more than anybody needed so far.
        var groups = Math.max(
                FEWEST_GROUPS,
                lines.stream().mapToInt(line -> line.measures().size()).max().orElse(0) + 1);
        // With shared texts, as the programs of offices write them: some readers know no others.
        try (var workbook = new SXSSFWorkbook(new XSSFWorkbook(), ROWS_IN_MEMORY, false, true)) {
            var sheet = workbook.createSheet(SHEET);
            var headers = headers(groups);
            var cells = new CellText(workbook);
            header(sheet, headers, cells);
            for (var line : lines) {
                row(sheet.createRow(sheet.getLastRowNum() + 1), headers, line, names, cells);
            }
            choices(workbook, sheet, headers, names, Math.max(lines.size(), 1));
            instructions(workbook.createSheet("填写说明"));
            workbook.write(out);
        }
    }

    private static List<String> headers(int groups) {
        var headers = new ArrayList<String>(Columns.GIVEN);
        headers.addAll(Columns.FIELDS);
        for (int group = 1; group <= groups; group++) {
            headers.add(Columns.measure(group, Columns.HORIZON));
            headers.add(Columns.measure(group, Columns.TEXT));
            headers.add(Columns.measure(group, Columns.LIMIT));
        }
        headers.addAll(Columns.REASONS);
        return headers;
    }

    private static void header(SXSSFSheet sheet, List<String> headers, CellText cells) {
        var row = sheet.createRow(0);
        for (int column = 0; column < headers.size(); column++) {
            var header = headers.get(column);
            cells.heading(row.createCell(column), header, !Columns.GIVEN.contains(header));
            sheet.setColumnWidth(column, width(header) * CHARACTER);
            sheet.setDefaultColumnStyle(column, isDay(header) ? cells.day() : cells.text());
        }
        sheet.setColumnHidden(0, true);
        sheet.setColumnHidden(1, true);
        sheet.createFreezePane(Columns.GIVEN.indexOf(Columns.PROBLEM) + 1, 1);
    }

    private static int width(String header) {
        if (isDay(header) || header.endsWith(Columns.HORIZON) || header.equals(Columns.NUMBER)) {
            return header.equals(Columns.NUMBER) ? 6 : 12;
        }
        return switch (header) {
            case Columns.PROBLEM, Columns.GOAL, Columns.ROOT_CAUSE, Columns.SIMILAR_CHECK -> 36;
            case Columns.SIMILAR_CHECKED, Columns.SIMILAR_FOUND -> 10;
            case Columns.PLACE, Columns.LEADER, Columns.PERSON, Columns.BRANCH -> 20;
            default -> 30;
        };
    }

    private static boolean isDay(String header) {
        return header.equals(Columns.DUE_ON) || Columns.isMeasure(header) && header.endsWith(Columns.LIMIT);
    }

    private static void row(SXSSFRow row, List<String> headers, PlanLineView line, Names names, CellText cells) {
        for (int column = 0; column < headers.size(); column++) {
            var header = headers.get(column);
            if (isDay(header)) {
                cells.day(row.createCell(column), day(header, line));
            } else {
                cells.text(row.createCell(column), text(header, line, names));
            }
        }
    }

    @Nullable private static LocalDate day(String header, PlanLineView line) {
        if (header.equals(Columns.DUE_ON)) {
            return line.dueOn();
        }
        var place = Columns.groupOf(header) - 1;
        return place < line.measures().size() ? line.measures().get(place).dueOn() : null;
    }

    @Nullable private static String text(String header, PlanLineView line, Names names) {
        if (Columns.isMeasure(header)) {
            return measure(header, line);
        }
        return switch (header) {
            case Columns.ID -> line.findingId();
            case Columns.FINGERPRINT -> line.fingerprint();
            case Columns.PLACE -> place(line);
            case Columns.NUMBER -> line.number();
            case Columns.PROBLEM -> line.problem();
            case Columns.OPINION -> line.opinion();
            case Columns.LEADER -> names.label(line.leader());
            case Columns.BRANCH -> line.branch();
            case Columns.PERSON -> names.label(line.person());
            case Columns.GOAL -> line.goal();
            case Columns.ROOT_CAUSE -> line.rootCause();
            case Columns.SIMILAR_CHECK -> line.similarCheck();
            case Columns.SIMILAR_CHECKED -> number(line.similarChecked());
            case Columns.SIMILAR_FOUND -> number(line.similarFound());
            case Columns.NO_NOW_REASON -> line.noNowReason();
            case Columns.NO_LASTING_REASON -> line.noLastingReason();
            case Columns.OWNER_REASON -> line.ownerReason();
            default -> throw new IllegalStateException("no such column: " + header);
        };
    }

    static String place(PlanLineView line) {
        return line.villageName() == null ? "镇本级" : line.villageName();
    }

    /** A line without any measure gets the two that every finding needs, still to be worded. */
    @Nullable private static String measure(String header, PlanLineView line) {
        var place = Columns.groupOf(header) - 1;
        var horizon = header.endsWith(Columns.HORIZON);
        if (place < line.measures().size()) {
            var measure = line.measures().get(place);
            return horizon ? measure.horizon().label() : measure.text();
        }
        return horizon && line.measures().isEmpty() && place < Horizon.values().length
                ? Horizon.values()[place].label()
                : null;
    }

    @Nullable private static String number(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    /** The words stand on a hidden sheet: a list inside the rule itself may have 255 characters only. */
    private static void choices(SXSSFWorkbook workbook, SXSSFSheet sheet, List<String> headers, Names names, int rows) {
        var choices = workbook.createSheet(CHOICES);
        var people = names.labels();
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
            } else if (isDay(header)) {
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
                "责任领导、责任人员从下拉列表选择；保留原来的即沿用已分解的责任人，调整的须填写理由。",
                "每条措施占“类别、内容、时限”三栏；措施更多时，在右侧照样增加“措施5类别、措施5内容、措施5时限”等栏目。",
                "每个问题须有“当下改”和“长久立”措施，没有的填写理由。措施时限不填的，按整改时限。",
                "不想提交的行可以删除，也可以排序、筛选。没有改动的行不会导入。",
                "上传后先逐行核对，确认之前不保存；下载之后被他人修改过的行会指出，不会覆盖。")) {
            sheet.createRow(next++).createCell(0).setCellValue(line);
        }
    }
}
