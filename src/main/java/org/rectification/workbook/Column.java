package org.rectification.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One column of a sheet.
 *
 * @param field name in the JSON that a row becomes
 * @param header Chinese words in the first row
 * @param choices words in the cell and the code behind each; empty where anything may be typed
 * @param note how to fill it in, for the instruction sheet
 */
public record Column(
        String field, String header, Kind kind, boolean required, Map<String, String> choices, String note) {

    /** What may stand in its cells. */
    public enum Kind {
        TEXT,
        DATE,
        FLAG,
        CHOICE,
        /** Several choices in one cell. */
        CHOICES
    }

    public static Column text(String field, String header, boolean required, String note) {
        return new Column(field, header, Kind.TEXT, required, Map.of(), note);
    }

    public static Column date(String field, String header, boolean required) {
        return new Column(field, header, Kind.DATE, required, Map.of(), "日期，如 2026-03-10");
    }

    public static Column flag(String field, String header) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("是", "true");
        choices.put("否", "false");
        return new Column(field, header, Kind.FLAG, false, choices, "是或否，不填为否");
    }

    /** @param wordsAndCodes words, code, words, code … */
    public static Column choice(String field, String header, boolean required, List<String> wordsAndCodes) {
        var choices = new LinkedHashMap<String, String>();
        for (int index = 0; index < wordsAndCodes.size(); index += 2) {
            choices.put(wordsAndCodes.get(index), wordsAndCodes.get(index + 1));
        }
        return new Column(field, header, Kind.CHOICE, required, choices, "从下拉列表选择");
    }

    /** Several of the choices in one cell. */
    public Column several() {
        return new Column(field, header, Kind.CHOICES, required, choices, "可填一项或多项，用顿号分开");
    }
}
