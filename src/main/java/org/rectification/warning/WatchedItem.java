package org.rectification.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * Something open with a due day.
 *
 * @param id of the item within its kind, stable while it is open
 * @param start first day on which anybody could act on it; rungs before it are skipped
 * @param due last day, at 24:00 Asia/Shanghai
 * @param answering finds the logins of those who answer for it today; asked only when a rung is raised
 * @param label what it is in a few Chinese words, such as 第3次进展报告: never its content
 */
public record WatchedItem(
        Kind kind,
        String id,
        String roundId,
        String organisationId,
        LocalDate start,
        LocalDate due,
        Supplier<People> answering,
        String label) {

    /** Where the people are known already. */
    public WatchedItem(
            Kind kind,
            String id,
            String roundId,
            String organisationId,
            LocalDate start,
            LocalDate due,
            People people,
            String label) {
        this(kind, id, roundId, organisationId, start, due, () -> people, label);
    }

    /** Those who answer for it today. */
    public People people() {
        return answering.get();
    }

    /** What can be watched; the words are for screens. */
    public enum Kind {
        FINDING("问题整改"),
        PROGRESS_REPORT("整改进展报告"),
        HEARING_FOLLOW_UP("集中听取意见的后续事项"),
        THEMATIC_MEETING("专题会议"),
        SUPERVISION_NOTICE("督办事项"),
        OTHER("其他限时事项");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Logins, by the rung from which they hear of it.
     *
     * @param handlers from the green reminder
     * @param leaders from the yellow warning
     * @param unit from the red notice: the rest of the owner's unit and the Secretary
     * @param supervisors when it stays late
     */
    public record People(List<String> handlers, List<String> leaders, List<String> unit, List<String> supervisors) {

        public People {
            handlers = List.copyOf(handlers);
            leaders = List.copyOf(leaders);
            unit = List.copyOf(unit);
            supervisors = List.copyOf(supervisors);
        }
    }
}
