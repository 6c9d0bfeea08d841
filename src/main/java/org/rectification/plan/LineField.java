package org.rectification.plan;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.lang.Nullable;

/**
 * A field of a plan line that people compare, comment on and amend. Measures, goal and limit are its substance: who changes
 * one of these brings the plan before the committee again (R24).
 */
public enum LineField {
    PROBLEM("问题", false, LineContent::problem),
    MEASURES("整改措施", true, line -> line.measures().stream().map(Measure::words).toList()),
    GOAL("整改目标", true, LineContent::goal),
    DUE_ON("整改时限", true, LineContent::dueOn),
    LEADER("责任领导", false, LineContent::leader),
    BRANCH("责任党支部（办、站、所）", false, LineContent::branch),
    PERSON("责任人员", false, LineContent::person),
    ROOT_CAUSE("根源剖析", false, LineContent::rootCause),
    SIMILAR_CHECK("举一反三排查情况", false, LineContent::similarCheck),
    SIMILAR_CHECKED("举一反三排查数量", false, LineContent::similarChecked),
    SIMILAR_FOUND("发现同类问题数量", false, LineContent::similarFound),
    NO_NOW_REASON("没有当下改措施的理由", false, LineContent::noNowReason),
    NO_LASTING_REASON("没有长久立措施的理由", false, LineContent::noLastingReason),
    OWNER_REASON("责任人员层级与问题不一致的理由", false, LineContent::ownerReason);

    private final String label;
    private final boolean substantial;
    private final Function<LineContent, Object> value;

    LineField(String label, boolean substantial, Function<LineContent, Object> value) {
        this.label = label;
        this.substantial = substantial;
        this.value = value;
    }

    public String label() {
        return label;
    }

    /** Whether a change needs the committee's deliberation. */
    public boolean substantial() {
        return substantial;
    }

    /** What decides whether two lines agree in this field; an empty text is none. */
    @Nullable Object value(LineContent line) {
        var found = value.apply(line);
        return found instanceof String text && text.isBlank() ? null : found;
    }

    /** As people read it: people by name, measures numbered; null where nothing stands. */
    @Nullable String text(LineContent line) {
        return switch (this) {
            case LEADER -> line.leaderName();
            case PERSON -> line.personName();
            case MEASURES -> measures(line.measures());
            default -> value(line) == null ? null : String.valueOf(value(line));
        };
    }

    private static @Nullable String measures(List<Measure> measures) {
        return measures.isEmpty()
                ? null
                : IntStream.range(0, measures.size())
                        .mapToObj(
                                i -> (i + 1) + ".【" + measures.get(i).horizon().label() + "】"
                                        + measures.get(i).text()
                                        + (measures.get(i).dueOn() == null
                                                ? ""
                                                : "（" + measures.get(i).dueOn() + "前）"))
                        .collect(Collectors.joining("\n"));
    }
}
