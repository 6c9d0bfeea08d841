package org.rectification.plan.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A downloaded plan sheet, or a ledger with the same columns, in the hands of somebody who fills it in. */
public final class FilledSheet {

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    public FilledSheet(byte[] file) {
        try {
            workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var plan = workbook.getSheet("整改方案");
        sheet = plan == null ? workbook.getSheet("整改台账") : plan;
        sheet.getRow(0).forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
    }

    public XSSFWorkbook workbook() {
        return workbook;
    }

    public int rows() {
        return sheet.getLastRowNum();
    }

    public Map<String, Integer> columns() {
        return columns;
    }

    /** @param row of the findings, from 1 */
    public Row row(int row) {
        return sheet.getRow(row);
    }

    /** The row of a finding, from 1. */
    public int rowOf(String finding) {
        for (int row = 1; row <= rows(); row++) {
            if (cell(row, "问题标识（请勿改动）").getStringCellValue().equals(finding)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + finding);
    }

    public Cell cell(int row, String header) {
        return sheet.getRow(row).getCell(columns.get(header), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    public FilledSheet set(int row, String header, String value) {
        cell(row, header).setCellValue(value);
        return this;
    }

    public FilledSheet set(int row, String header, LocalDate value) {
        cell(row, header).setCellValue(value);
        return this;
    }

    /** A column that somebody added at the right. */
    public FilledSheet add(String header) {
        columns.put(header, columns.size());
        sheet.getRow(0).createCell(columns.get(header)).setCellValue(header);
        return this;
    }

    /** Everything that a line must say. */
    public FilledSheet complete(int row, LocalDate due) {
        return set(row, "整改目标", "第" + row + "项全部公示")
                .set(row, "整改时限", due)
                .set(row, "根源剖析", "责任没有压实。")
                .set(row, "举一反三排查情况", "排查全部村账，发现同类问题。")
                .set(row, "排查数量", "12")
                .set(row, "发现同类问题数量", "1")
                .set(row, "措施1类别", "当下改")
                .set(row, "措施1内容", "补办第" + row + "项公示")
                .set(row, "措施2类别", "长久立")
                .set(row, "措施2内容", "修订第" + row + "项公示制度")
                .set(row, "措施2时限", due.plusMonths(6));
    }

    public byte[] file() {
        try (var out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
