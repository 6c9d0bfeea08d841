package org.rectification.round.excel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;

/** A filled-in workbook turned into the JSON of a start, remembering which row each object came from. */
final class RoundWorkbook {

    private static final int MOST_ROWS = 20_000;

    private final SheetPlan plan;
    private final CellWords words = new CellWords();
    private final ObjectNode round = JsonNodeFactory.instance.objectNode();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Integer> organisations = new LinkedHashMap<>();
    private final List<RowError> errors = new ArrayList<>();

    /** Where an object stood. */
    record Place(String sheet, int row) {}

    RoundWorkbook(SheetPlan plan, Workbook workbook) {
        this.plan = plan;
        var rounds = rows(workbook, SheetPlan.ROUND);
        if (rounds.size() > 1) {
            errors.add(new RowError(SheetPlan.ROUND, rounds.get(1).number, null, "“轮次”表只填一行。"));
        }
        rounds.stream().limit(1).forEach(row -> {
            round.setAll(row.fields);
            places.put("", new Place(SheetPlan.ROUND, row.number));
        });
        var list = round.putArray("organisations");
        rows(workbook, SheetPlan.ORGANISATIONS).forEach(row -> organisation(list, row));
        owned(workbook, SheetPlan.VILLAGES, "villages");
        owned(workbook, SheetPlan.OPINIONS, "opinions");
        owned(workbook, SheetPlan.FINDINGS, "findings");
    }

    ObjectNode round() {
        return round;
    }

    /** What is wrong with the sheets themselves. */
    List<RowError> errors() {
        return errors;
    }

    int count(String sheet) {
        return (int) places.values().stream()
                .filter(place -> place.sheet().equals(sheet))
                .count();
    }

    /** The row that a pointer is about and the rest of the pointer, which names the field. */
    Map.Entry<Place, String> place(String pointer) {
        var object = pointer;
        while (!places.containsKey(object) && !object.isEmpty()) {
            object = object.substring(0, object.lastIndexOf('/'));
        }
        var place = places.getOrDefault(object, new Place(SheetPlan.ROUND, 0));
        var field = pointer.equals(object) ? "" : pointer.substring(object.length() + 1);
        return Map.entry(place, field.contains("/") ? field.substring(0, field.indexOf('/')) : field);
    }

    private void organisation(ArrayNode list, Line row) {
        places.put("/organisations/" + list.size(), new Place(SheetPlan.ORGANISATIONS, row.number));
        organisations.putIfAbsent(row.fields.path("code").asText(), list.size());
        list.add(row.fields);
    }

    private void owned(Workbook workbook, String sheet, String field) {
        for (var row : rows(workbook, sheet)) {
            var owner = row.fields.path(SheetPlan.OWNER).asText();
            row.fields.remove(SheetPlan.OWNER);
            var index = organisations.get(owner);
            if (index == null) {
                places.put(sheet + row.number, new Place(sheet, row.number));
                errors.add(new RowError(sheet, row.number, "党组织编码", "“" + owner + "”不在“党组织”表中。"));
                continue;
            }
            var list = ((ObjectNode) round.at("/organisations/" + index)).withArray(field);
            places.put("/organisations/" + index + "/" + field + "/" + list.size(), new Place(sheet, row.number));
            list.add(row.fields);
        }
    }

    private List<Line> rows(Workbook workbook, String name) {
        var sheet = workbook.getSheet(name);
        if (sheet == null || sheet.getRow(0) == null) {
            errors.add(new RowError(name, 0, null, "缺少“" + name + "”表,请使用下载的模板填写。"));
            return List.of();
        }
        if (sheet.getPhysicalNumberOfRows() > MOST_ROWS) {
            errors.add(new RowError(name, 0, null, "“" + name + "”表超过 20,000 行,请分批登记。"));
            return List.of();
        }
        var columns = columns(sheet.getRow(0), name);
        var lines = new ArrayList<Line>();
        for (var row : sheet) {
            var fields = row.getRowNum() == 0 ? JsonNodeFactory.instance.objectNode() : fields(row, columns, name);
            if (!fields.isEmpty()) {
                lines.add(new Line(row.getRowNum() + 1, fields));
            }
        }
        return lines;
    }

    private Map<Integer, Column> columns(Row header, String name) {
        var columns = new LinkedHashMap<Integer, Column>();
        for (var column : plan.sheets().get(name)) {
            var found = false;
            for (var cell : header) {
                if (words.of(cell).equals(column.header())) {
                    columns.put(cell.getColumnIndex(), column);
                    found = true;
                }
            }
            if (!found && column.required()) {
                errors.add(new RowError(name, 1, column.header(), "缺少栏目“" + column.header() + "”,请使用下载的模板填写。"));
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

    private static void put(ObjectNode fields, Column column, String text) {
        switch (column.kind()) {
            case CHOICE -> fields.put(column.field(), column.choices().getOrDefault(text, text));
            case CHOICES -> {
                var list = fields.putArray(column.field());
                for (var part : text.split("[、,,;;\\s]+", -1)) {
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

    private record Line(int number, ObjectNode fields) {}
}
