package org.rectification.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook that people download, fill in and upload: a sheet of instructions, then one sheet per kind of row. */
public final class Template {

    private static final int LAST_ROW_WITH_LIST = 5_000;
    private static final int WIDTH = 22 * 256;

    private final List<String> introduction;
    private final Map<String, List<Column>> sheets;

    /**
     * @param introduction lines above the list of columns
     * @param sheets columns by name of the sheet, in their order
     */
    public Template(List<String> introduction, Map<String, List<Column>> sheets) {
        this.introduction = introduction;
        this.sheets = sheets;
    }

    /** The empty workbook as an .xlsx file. */
    public byte[] file() {
        return file(Map.of());
    }

    /** @param rows what stands in a sheet already: words by field of the column */
    public byte[] file(Map<String, List<Map<String, String>>> rows) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            instructions(workbook);
            var choices = workbook.createSheet("选项");
            var listColumn = new AtomicInteger();
            sheets.forEach((name, columns) -> fill(
                    sheet(workbook, name, columns, choices, listColumn), columns, rows.getOrDefault(name, List.of())));
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
        for (var line : introduction) {
            sheet.createRow(next++).createCell(0).setCellValue(line);
        }
        var header = sheet.createRow(++next);
        var titles = List.of("表", "栏目", "必填", "填写要求");
        for (int index = 0; index < titles.size(); index++) {
            var cell = header.createCell(index);
            cell.setCellValue(titles.get(index));
            cell.setCellStyle(heading(workbook, true));
        }
        for (var entry : sheets.entrySet()) {
            for (var column : entry.getValue()) {
                var row = sheet.createRow(++next);
                row.createCell(0).setCellValue(entry.getKey());
                row.createCell(1).setCellValue(column.header());
                row.createCell(2).setCellValue(column.required() ? "是" : "否");
                row.createCell(3).setCellValue(column.note());
            }
        }
    }

    private static XSSFSheet sheet(
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
        return sheet;
    }

    private static void fill(XSSFSheet sheet, List<Column> columns, List<Map<String, String>> rows) {
        for (var content : rows) {
            var row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int index = 0; index < columns.size(); index++) {
                var text = content.get(columns.get(index).field());
                if (text != null && !text.isEmpty()) {
                    row.createCell(index).setCellValue(text);
                }
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
