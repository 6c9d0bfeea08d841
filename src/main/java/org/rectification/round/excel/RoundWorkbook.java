package org.rectification.round.excel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.rectification.workbook.RowError;
import org.rectification.workbook.SheetRows;

/** A filled-in workbook turned into the JSON of a start, remembering which row each object came from. */
final class RoundWorkbook {

    private final SheetPlan plan;
    private final ObjectNode round = JsonNodeFactory.instance.objectNode();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Integer> organisations = new LinkedHashMap<>();
    private final List<RowError> errors = new ArrayList<>();
    private final SheetRows sheets;

    /** Where an object stood. */
    record Place(String sheet, int row) {}

    RoundWorkbook(SheetPlan plan, Workbook workbook) {
        this.plan = plan;
        this.sheets = new SheetRows(workbook, errors);
        var rounds = rows(SheetPlan.ROUND);
        if (rounds.size() > 1) {
            errors.add(new RowError(SheetPlan.ROUND, rounds.get(1).number(), null, "“轮次”表只填一行。"));
        }
        rounds.stream().limit(1).forEach(row -> {
            round.setAll(row.fields());
            places.put("", new Place(SheetPlan.ROUND, row.number()));
        });
        var list = round.putArray("organisations");
        rows(SheetPlan.ORGANISATIONS).forEach(row -> organisation(list, row));
        owned(SheetPlan.VILLAGES, "villages");
        owned(SheetPlan.OPINIONS, "opinions");
        owned(SheetPlan.FINDINGS, "findings");
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

    private void organisation(ArrayNode list, SheetRows.Line row) {
        places.put("/organisations/" + list.size(), new Place(SheetPlan.ORGANISATIONS, row.number()));
        organisations.putIfAbsent(row.fields().path("code").asText(), list.size());
        list.add(row.fields());
    }

    private void owned(String sheet, String field) {
        for (var row : rows(sheet)) {
            var owner = row.fields().path(SheetPlan.OWNER).asText();
            row.fields().remove(SheetPlan.OWNER);
            var index = organisations.get(owner);
            if (index == null) {
                places.put(sheet + row.number(), new Place(sheet, row.number()));
                errors.add(new RowError(sheet, row.number(), "党组织编码", "“" + owner + "”不在“党组织”表中。"));
                continue;
            }
            var list = ((ObjectNode) round.at("/organisations/" + index)).withArray(field);
            places.put("/organisations/" + index + "/" + field + "/" + list.size(), new Place(sheet, row.number()));
            list.add(row.fields());
        }
    }

    private List<SheetRows.Line> rows(String name) {
        return sheets.of(name, plan.sheets().get(name));
    }
}
