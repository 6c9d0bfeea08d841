package org.rectification.workbook;

import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.springframework.lang.Nullable;

/**
 * Writes what somebody typed into cells so that it stays what it is: text. A text that a program could take for a formula
 * is marked as text as well, for those who save the file in another format.
 */
public final class CellText {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CellStyle text;
    private final CellStyle quoted;
    private final CellStyle day;
    private final CellStyle toFill;
    private final CellStyle given;

    public CellText(Workbook workbook) {
        var format = workbook.createDataFormat();
        text = style(workbook, format.getFormat("@"));
        quoted = style(workbook, format.getFormat("@"));
        quoted.setQuotePrefixed(true);
        day = style(workbook, format.getFormat("yyyy-mm-dd"));
        toFill = heading(workbook, IndexedColors.LIGHT_YELLOW);
        given = heading(workbook, IndexedColors.GREY_25_PERCENT);
    }

    public CellStyle text() {
        return text;
    }

    public CellStyle day() {
        return day;
    }

    public void text(Cell cell, @Nullable String value) {
        var risky = value != null && !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        cell.setCellStyle(risky ? quoted : text);
        if (value != null) {
            cell.setCellValue(value);
        }
    }

    public void day(Cell cell, @Nullable LocalDate value) {
        cell.setCellStyle(day);
        if (value != null) {
            cell.setCellValue(value);
        }
    }

    /** @param toBeFilledIn whether people write below it */
    public void heading(Cell cell, String value, boolean toBeFilledIn) {
        cell.setCellValue(value);
        cell.setCellStyle(toBeFilledIn ? toFill : given);
    }

    private static CellStyle style(Workbook workbook, short format) {
        var style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setDataFormat(format);
        return style;
    }

    private static CellStyle heading(Workbook workbook, IndexedColors colour) {
        var style = style(workbook, (short) 0);
        var font = workbook.createFont();
        font.setBold(true);
        style.setFont(font);
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}
