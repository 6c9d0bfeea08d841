package org.rectification.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/**
 * How one line differs between two states of a plan, field by field. The one place that compares lines: for reviewers, for
 * the committee's question and for versions after issue.
 *
 * @param label how people speak of the line
 */
public record LineDifference(String findingId, String label, Kind kind, List<FieldChange> changes) {

    /** What became of the line. */
    public enum Kind {
        ADDED("新增"),
        REMOVED("取消"),
        CHANGED("修改");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** One field with both its texts; null: nothing stood there. */
    public record FieldChange(LineField field, String label, @Nullable String before, @Nullable String after) {

        static FieldChange of(LineField field, @Nullable LineContent before, @Nullable LineContent after) {
            return new FieldChange(
                    field,
                    field.label(),
                    before == null ? null : field.text(before),
                    after == null ? null : field.text(after));
        }
    }

    public LineDifference {
        changes = List.copyOf(changes);
    }

    /**
     * All lines that differ, in the order of the later state; lines that it lacks come last. Lines that say the same are
     * left out.
     */
    static List<LineDifference> between(Map<String, LineContent> before, Map<String, LineContent> after) {
        var ids = new LinkedHashMap<String, Boolean>();
        after.keySet().forEach(id -> ids.put(id, true));
        before.keySet().forEach(id -> ids.put(id, true));
        var found = new ArrayList<LineDifference>();
        ids.keySet().stream()
                .map(id -> of(id, before.get(id), after.get(id)))
                .filter(difference -> !difference.changes().isEmpty())
                .forEach(found::add);
        return List.copyOf(found);
    }

    private static LineDifference of(String findingId, @Nullable LineContent before, @Nullable LineContent after) {
        var named = Objects.requireNonNull(after == null ? before : after);
        return new LineDifference(
                findingId,
                named.label(),
                before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED,
                Stream.of(LineField.values())
                        .filter(field -> !Objects.equals(
                                before == null ? null : field.value(before), after == null ? null : field.value(after)))
                        .map(field -> FieldChange.of(field, before, after))
                        .toList());
    }

    /** Whether measures, goals or limits changed, or a whole line came or went. */
    boolean substantial() {
        return kind != Kind.CHANGED
                || changes.stream().anyMatch(change -> change.field().substantial());
    }
}
