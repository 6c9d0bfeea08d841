package org.rectification.plan.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.plan.Horizon;
import org.rectification.plan.Measure;
import org.rectification.plan.PlanLineView;
import org.springframework.lang.Nullable;

/**
 * What stands in the shared columns of one row.
 *
 * @param place name of the village, or 镇本级
 * @param line null: the finding has no line in a plan yet
 */
public record SheetLine(
        String organisation,
        String findingId,
        String place,
        String number,
        String problem,
        String opinion,
        @Nullable Owner leader,
        @Nullable String branch,
        @Nullable Owner person,
        @Nullable PlanLineView line) {

    /** Stands in place of a line's check value where there is no line, followed by what stands beside it. */
    private static final String UNPLANNED = "未列入方案";

    /** Somebody who answers for a finding. */
    public record Owner(String id, String name) {

        @Nullable public static Owner of(@Nullable String id, @Nullable String name) {
            return id == null ? null : new Owner(id, Objects.requireNonNullElse(name, id));
        }
    }

    public static SheetLine of(PlanLineView line) {
        return new SheetLine(
                line.organisation(),
                line.findingId(),
                placeOf(line.villageName()),
                line.number(),
                line.problem(),
                line.opinion(),
                Owner.of(line.leader(), line.leaderName()),
                line.branch(),
                Owner.of(line.person(), line.personName()),
                line);
    }

    public static String placeOf(@Nullable String villageName) {
        return villageName == null ? "镇本级" : villageName;
    }

    /** How people speak of it, such as 镇本级第3号. */
    String label() {
        return place + "第" + number + "号";
    }

    String fingerprint(Names names) {
        return line == null ? unplanned(label(leader, names), branch, label(person, names)) : line.fingerprint();
    }

    /** Tells whether anybody wrote into a row whose finding has no line to take it. */
    static String unplanned(@Nullable String leader, @Nullable String branch, @Nullable String person) {
        var words = Stream.of(leader, branch, person)
                .map(each -> Objects.requireNonNullElse(each, ""))
                .collect(Collectors.joining("/"));
        return UNPLANNED + Integer.toHexString(words.hashCode());
    }

    static boolean isUnplanned(String fingerprint) {
        return fingerprint.startsWith(UNPLANNED);
    }

    @Nullable LocalDate day(String header) {
        if (line == null) {
            return null;
        }
        if (header.equals(Columns.DUE_ON)) {
            return line.dueOn();
        }
        var place = Columns.groupOf(header) - 1;
        return place < measures().size() ? measures().get(place).dueOn() : null;
    }

    @Nullable String text(String header, Names names) {
        return switch (header) {
            case Columns.ID -> findingId;
            case Columns.FINGERPRINT -> fingerprint(names);
            case Columns.PLACE -> place;
            case Columns.NUMBER -> number;
            case Columns.PROBLEM -> problem;
            case Columns.OPINION -> opinion;
            case Columns.LEADER -> label(leader, names);
            case Columns.BRANCH -> branch;
            case Columns.PERSON -> label(person, names);
            default -> line == null ? null : Columns.isMeasure(header) ? measure(header) : planned(header, line);
        };
    }

    private static String label(@Nullable Owner owner, Names names) {
        return owner == null ? "" : names.label(owner.id(), owner.name());
    }

    @Nullable private static String planned(String header, PlanLineView line) {
        return switch (header) {
            case Columns.GOAL -> line.goal();
            case Columns.ROOT_CAUSE -> line.rootCause();
            case Columns.SIMILAR_CHECK -> line.similarCheck();
            case Columns.SIMILAR_CHECKED -> number(line.similarChecked());
            case Columns.SIMILAR_FOUND -> number(line.similarFound());
            case Columns.NO_NOW_REASON -> line.noNowReason();
            case Columns.NO_LASTING_REASON -> line.noLastingReason();
            case Columns.OWNER_REASON -> line.ownerReason();
            default -> throw new IllegalStateException("no such column: " + header);
        };
    }

    /** A line without any measure gets the two that every finding needs, still to be worded. */
    @Nullable private String measure(String header) {
        var place = Columns.groupOf(header) - 1;
        var horizon = header.endsWith(Columns.HORIZON);
        if (place < measures().size()) {
            var measure = measures().get(place);
            return horizon ? measure.horizon().label() : measure.text();
        }
        return horizon && measures().isEmpty() && place < Horizon.values().length
                ? Horizon.values()[place].label()
                : null;
    }

    private List<Measure> measures() {
        return line == null ? List.of() : line.measures();
    }

    @Nullable private static String number(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
