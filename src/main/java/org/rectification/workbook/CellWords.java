package org.rectification.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Reads a cell as the words that a person sees in it; days as ISO days. */
public final class CellWords {

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private final DataFormatter formatter = new DataFormatter();

    public CellWords() {
        // A formula counts with the value that stood in the file; nothing of a file is ever evaluated.
        formatter.setUseCachedValuesForFormulaCells(true);
    }

    /** Never null; empty for a cell without content. */
    public String of(Cell cell) {
        return cell == null ? "" : formatter.formatCellValue(cell).strip();
    }

    /** As {@link #of}, and a day in whichever usual form as {@code 2026-03-10}. */
    public String day(Cell cell) {
        if (cell != null && numeric(cell) && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        var words = of(cell);
        var day = DAY.matcher(words);
        if (!day.matches()) {
            return words;
        }
        try {
            return LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3)))
                    .toString();
        } catch (DateTimeException e) {
            return words;
        }
    }

    /** Whether the program itself shows an error in the cell, such as {@code #REF!}. */
    public boolean broken(Cell cell) {
        return cell != null && type(cell) == CellType.ERROR;
    }

    private static boolean numeric(Cell cell) {
        return type(cell) == CellType.NUMERIC;
    }

    private static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }
}
