package org.rectification.round.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/** The empty workbook that people download and fill in. */
@Component
public class RoundTemplate {

    private static final int LAST_ROW_WITH_LIST = 5_000;
    private static final int WIDTH = 22 * 256;

    private final SheetPlan plan;

    RoundTemplate(SheetPlan plan) {
        this.plan = plan;
    }

    /** The workbook as an .xlsx file. */
    public byte[] file() {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            instructions(workbook);
            var choices = workbook.createSheet("选项");
            var listColumn = new AtomicInteger();
            plan.sheets().forEach((name, columns) -> sheet(workbook, name, columns, choices, listColumn));
            workbook.setSheetHidden(workbook.getSheetIndex(choices), true);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void instructions(XSSFWorkbook workbook) {
        var sheet = workbook.createSheet("填写说明");
        sheet.setColumnWidth(0, WIDTH);
        sheet.setColumnWidth(1, WIDTH);
        sheet.setColumnWidth(3, 3 * WIDTH);
        var next = 0;
        for (var line : List.of(
                "非涉密系统,严禁录入、上传国家秘密。",
                "每个表第一行是栏目名称,请勿改动;从第二行开始填写。“轮次”表只填一行,“问题”表一个问题一行。",
                "上传后先显示逐行核对结果,确认之前不保存任何数据。")) {
            sheet.createRow(next++).createCell(0).setCellValue(line);
        }
        var header = sheet.createRow(++next);
        var titles = List.of("表", "栏目", "必填", "填写要求");
        for (int index = 0; index < titles.size(); index++) {
            var cell = header.createCell(index);
            cell.setCellValue(titles.get(index));
            cell.setCellStyle(heading(workbook, true));
        }
        for (var entry : plan.sheets().entrySet()) {
            for (var column : entry.getValue()) {
                var row = sheet.createRow(++next);
                row.createCell(0).setCellValue(entry.getKey());
                row.createCell(1).setCellValue(column.header());
                row.createCell(2).setCellValue(column.required() ? "是" : "否");
                row.createCell(3).setCellValue(column.note());
            }
        }
    }

    private static void sheet(
            XSSFWorkbook workbook, String name, List<Column> columns, XSSFSheet choices, AtomicInteger listColumn) {
        var sheet = workbook.createSheet(name);
        sheet.createFreezePane(0, 1);
        var asText = workbook.createCellStyle();
        asText.setDataFormat(workbook.createDataFormat().getFormat("@"));
        var header = sheet.createRow(0);
        for (int index = 0; index < columns.size(); index++) {
            var column = columns.get(index);
            var cell = header.createCell(index);
            cell.setCellValue(column.header());
            cell.setCellStyle(heading(workbook, column.required()));
            sheet.setColumnWidth(index, WIDTH);
            // Otherwise the program would turn a number such as 1-2 into a day in January.
            sheet.setDefaultColumnStyle(index, asText);
            if (!column.choices().isEmpty() && column.kind() != Column.Kind.CHOICES) {
                dropDown(sheet, index, column, choices, listColumn.getAndIncrement());
            }
        }
    }

    /** The words stand on a hidden sheet: a list inside the rule itself may have 255 characters only. */
    private static void dropDown(XSSFSheet sheet, int index, Column column, XSSFSheet choices, int listColumn) {
        var row = 0;
        for (var words : column.choices().keySet()) {
            var line = choices.getRow(row) == null ? choices.createRow(row) : choices.getRow(row);
            line.createCell(listColumn).setCellValue(words);
            row++;
        }
        var letters = org.apache.poi.ss.util.CellReference.convertNumToColString(listColumn);
        var helper = sheet.getDataValidationHelper();
        var rule = helper.createValidation(
                helper.createFormulaListConstraint("选项!$%s$1:$%s$%d".formatted(letters, letters, row)),
                new CellRangeAddressList(1, LAST_ROW_WITH_LIST, index, index));
        rule.setShowErrorBox(true);
        rule.createErrorBox("不在列表中", "请从下拉列表选择。");
        sheet.addValidationData(rule);
    }

    private static CellStyle heading(XSSFWorkbook workbook, boolean required) {
        var style = workbook.createCellStyle();
        var font = workbook.createFont();
        font.setBold(true);
        style.setFont(font);
        style.setFillForegroundColor(
                (required ? IndexedColors.LIGHT_YELLOW : IndexedColors.GREY_25_PERCENT).getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}
