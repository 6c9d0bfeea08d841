package org.rectification.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.lang.Nullable;

/**
 * What a line says, as plain data under the names that versions and the trail keep: texts, numbers, days as ISO dates,
 * measures as a list of maps. Two contents, each from a line or from a stored version, can be compared field by field.
 */
final class LineContent {

    private static final String MEASURES = "measures";
    private static final Set<String> BINDING = Set.of("goal", "dueOn");
    private static final Map<String, String> LABELS = labels();
    private static final Map<String, String> OF_MEASURE =
            Map.of("horizon", "类别", "text", "内容", "dueOn", "时限", "accountabilityOnly", "仅问责下级");
    private static final List<String> MEASURE_FIELDS = List.of("horizon", "text", "dueOn", "accountabilityOnly");

    private LineContent() {}

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("goal", "整改目标");
        labels.put("dueOn", "整改时限");
        labels.put("leader", "责任领导");
        labels.put("branch", "责任党支部(办、站、所)");
        labels.put("person", "责任人员");
        labels.put("rootCause", "根源剖析");
        labels.put("similarCheck", "举一反三排查情况");
        labels.put("similarChecked", "排查数量");
        labels.put("similarFound", "发现同类问题数量");
        labels.put("noNowReason", "没有当下改措施的理由");
        labels.put("noLastingReason", "没有长久立措施的理由");
        labels.put("ownerReason", "责任人员层级说明");
        return labels;
    }

    static Map<String, Object> of(PlanLine line) {
        var content = new LinkedHashMap<String, Object>();
        content.put(MEASURES, line.measures().stream().map(LineContent::of).toList());
        content.put("goal", line.goal());
        content.put("dueOn", day(line.dueOn()));
        content.put("leader", line.leader() == null ? null : line.leader().id());
        content.put("leaderName", line.leader() == null ? null : line.leader().name());
        content.put("branch", line.branch());
        content.put("person", line.person() == null ? null : line.person().id());
        content.put("personName", line.person() == null ? null : line.person().name());
        content.put("rootCause", line.rootCause());
        content.put("similarCheck", line.similarCheck());
        content.put("similarChecked", line.similarChecked());
        content.put("similarFound", line.similarFound());
        content.put("noNowReason", line.noNowReason());
        content.put("noLastingReason", line.noLastingReason());
        content.put("ownerReason", line.ownerReason());
        return content;
    }

    private static Map<String, Object> of(Measure measure) {
        var content = new LinkedHashMap<String, Object>();
        content.put("id", measure.id());
        content.put(
                "horizon", measure.horizon() == null ? null : measure.horizon().name());
        content.put("text", measure.text());
        content.put("dueOn", day(measure.dueOn()));
        content.put("accountabilityOnly", measure.accountabilityOnly());
        return content;
    }

    /** What differs, measures first, in the order of the fields; empty when they say the same. */
    static List<FieldChange> changes(Map<String, ?> before, Map<String, ?> after) {
        var found = new ArrayList<FieldChange>();
        measures(measuresOf(before), measuresOf(after), found);
        LABELS.forEach((field, label) -> {
            var from = before.get(field);
            var to = after.get(field);
            if (!Objects.equals(text(from), text(to))) {
                found.add(new FieldChange(
                        field, label, shown(before, field, from), shown(after, field, to), BINDING.contains(field)));
            }
        });
        return found;
    }

    /** Matched by their identity, whatever place they moved to; those of versions without identities by their place. */
    private static void measures(List<Map<String, ?>> before, List<Map<String, ?>> after, List<FieldChange> found) {
        for (var place = 0; place < after.size(); place++) {
            var measure = after.get(place);
            var former = before.stream()
                    .filter(each -> Objects.equals(each.get("id"), measure.get("id")))
                    .findFirst()
                    .orElse(null);
            if (measure.get("id") == null) {
                former = place < before.size() && before.get(place).get("id") == null ? before.get(place) : null;
            }
            var name = "第" + (place + 1) + "条措施";
            if (former == null) {
                found.add(new FieldChange("measures[" + place + "]", name, null, inWords(measure), true));
                continue;
            }
            for (var field : MEASURE_FIELDS) {
                var from = ofMeasure(former, field);
                var to = ofMeasure(measure, field);
                if (!Objects.equals(from, to)) {
                    found.add(new FieldChange(
                            "measures[" + place + "]." + field, name + OF_MEASURE.get(field), from, to, true));
                }
            }
        }
        for (var place = 0; place < before.size(); place++) {
            var measure = before.get(place);
            var kept = measure.get("id") == null
                    ? place < after.size() && after.get(place).get("id") == null
                    : after.stream().anyMatch(each -> Objects.equals(each.get("id"), measure.get("id")));
            if (!kept) {
                found.add(new FieldChange(
                        "measures[" + place + "]", "原第" + (place + 1) + "条措施", inWords(measure), null, true));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, ?>> measuresOf(Map<String, ?> content) {
        var measures = (List<Map<String, ?>>) content.get(MEASURES);
        return measures == null ? List.of() : measures;
    }

    private static String inWords(Map<String, ?> measure) {
        return "【" + ofMeasure(measure, "horizon") + "】" + measure.get("text");
    }

    @Nullable private static String ofMeasure(Map<String, ?> measure, String field) {
        var value = measure.get(field);
        return switch (field) {
            case "horizon" ->
                value == null ? null : Horizon.valueOf(value.toString()).label();
            case "accountabilityOnly" -> Boolean.parseBoolean(String.valueOf(value)) ? "是" : "否";
            default -> text(value);
        };
    }

    /** People by their names. */
    @Nullable private static String shown(Map<String, ?> content, String field, @Nullable Object value) {
        var name = content.get(field + "Name");
        return name == null ? text(value) : name.toString();
    }

    @Nullable private static String text(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    @Nullable private static String day(@Nullable Object day) {
        return day == null ? null : day.toString();
    }
}
