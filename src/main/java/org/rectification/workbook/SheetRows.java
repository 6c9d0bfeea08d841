package org.rectification.workbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;

/** Rows of a filled-in workbook as JSON objects, by the columns of its plan. */
public final class SheetRows {

    private static final int MOST_ROWS = 20_000;

    private final Workbook workbook;
    private final List<RowError> errors;
    private final CellWords words = new CellWords();

    /** @param errors where everything wrong is added */
    public SheetRows(Workbook workbook, List<RowError> errors) {
        this.workbook = workbook;
        this.errors = errors;
    }

    /**
     * The rows that hold anything. What is wrong with the sheet itself goes to the errors.
     *
     * @param plan its columns
     */
    public List<Line> of(String name, List<Column> plan) {
        var sheet = workbook.getSheet(name);
        if (sheet == null || sheet.getRow(0) == null) {
            errors.add(new RowError(name, 0, null, "缺少“" + name + "”表，请使用下载的模板填写。"));
            return List.of();
        }
        if (sheet.getPhysicalNumberOfRows() > MOST_ROWS) {
            errors.add(new RowError(name, 0, null, "“" + name + "”表超过 20,000 行，请分批登记。"));
            return List.of();
        }
        var columns = columns(sheet.getRow(0), name, plan);
        var lines = new ArrayList<Line>();
        for (var row : sheet) {
            var fields = row.getRowNum() == 0 ? JsonNodeFactory.instance.objectNode() : fields(row, columns, name);
            if (!fields.isEmpty()) {
                lines.add(new Line(row.getRowNum() + 1, fields));
            }
        }
        return lines;
    }

    private Map<Integer, Column> columns(Row header, String name, List<Column> plan) {
        var columns = new LinkedHashMap<Integer, Column>();
        for (var column : plan) {
            var found = false;
            for (var cell : header) {
                if (fullWidth(words.of(cell)).equals(column.header())) {
                    columns.put(cell.getColumnIndex(), column);
                    found = true;
                }
            }
            if (!found && column.required()) {
                errors.add(new RowError(name, 1, column.header(), "缺少栏目“" + column.header() + "”，请使用下载的模板填写。"));
            }
        }
        return columns;
    }

    private ObjectNode fields(Row row, Map<Integer, Column> columns, String sheet) {
        var fields = JsonNodeFactory.instance.objectNode();
        columns.forEach((index, column) -> {
            var cell = row.getCell(index);
            if (words.broken(cell)) {
                errors.add(new RowError(sheet, row.getRowNum() + 1, column.header(), "单元格内容有错误，请重新填写。"));
                return;
            }
            var text = column.kind() == Column.Kind.DATE ? words.day(cell) : words.of(cell);
            if (!text.isEmpty()) {
                put(fields, column, text);
            }
        });
        return fields;
    }

    /** Sheets downloaded earlier, and some programs, have half-width brackets. */
    private static String fullWidth(String text) {
        return text.replace('(', '\uff08').replace(')', '\uff09');
    }

    private static void put(ObjectNode fields, Column column, String text) {
        switch (column.kind()) {
            case CHOICE -> fields.put(column.field(), column.choices().getOrDefault(fullWidth(text), text));
            case CHOICES -> {
                var list = fields.putArray(column.field());
                for (var part : text.split("[、,，;；\\s]+", -1)) {
                    list.add(column.choices().getOrDefault(part, part));
                }
            }
            case FLAG -> {
                if (column.choices().containsKey(text)) {
                    fields.put(
                            column.field(),
                            Boolean.parseBoolean(column.choices().get(text)));
                } else {
                    fields.put(column.field(), text);
                }
            }
            default -> fields.put(column.field(), text);
        }
    }

    /** @param number as the program shows it, from 1 */
    public record Line(int number, ObjectNode fields) {}
}
