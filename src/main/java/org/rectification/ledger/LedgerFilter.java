package org.rectification.ledger;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.deadline.Profile;
import org.rectification.deadline.WarningLadder;
import org.rectification.deadline.WarningLadder.Colour;
import org.rectification.finding.FindingOrigin;
import org.rectification.finding.FindingState;
import org.springframework.lang.Nullable;

/**
 * What somebody looks for in the ledger (S21); null or blank: any.
 *
 * @param level {@code TOWN} for the township's own list, {@code VILLAGE} for all villages
 * @param state name of a {@link FindingState}, or {@code UNSETTLED} for all that are neither struck off nor long-term
 * @param leader login of the responsible leader
 * @param person login of the responsible person
 * @param colour name of a {@link Colour}
 * @param overdue true for findings past their date and not settled
 * @param returned true for findings that were returned and are not settled, as {@link
 *     org.rectification.finding.Counts#returned()} counts them
 * @param origin name of a {@link FindingOrigin}: stated in the feedback, self-found (S27) or come back (S23)
 * @param text words in number, title, problem or opinion
 */
public record LedgerFilter(
        @Nullable String round,
        @Nullable String organisation,
        @Nullable String village,
        @Nullable String level,
        @Nullable String state,
        @Nullable String area,
        @Nullable String leader,
        @Nullable String person,
        @Nullable String colour,
        @Nullable Boolean overdue,
        @Nullable Boolean returned,
        @Nullable String origin,
        @Nullable Boolean keyConcern,
        @Nullable String text) {

    /** A state of the filter, not of a finding. */
    public static final String UNSETTLED = "UNSETTLED";

    private static final String OPEN = "f.state not in ('STRUCK_OFF', 'LONG_TERM')";

    static LedgerFilter everything() {
        return new LedgerFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    public static LedgerFilter ofCase(String round, String organisation) {
        return new LedgerFilter(
                round, organisation, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Conditions on finding {@code f}, with their parameters; {@code today} is one of them.
     *
     * @param profiles every profile that a round may have; asked for only when a colour is looked for
     */
    Map<String, Object> addTo(List<String> conditions, LocalDate today, Supplier<List<Profile>> profiles) {
        var params = new HashMap<String, Object>();
        params.put("today", today);
        equal("f.round_id", "round", round, conditions, params);
        equal("f.organisation_id", "organisation", organisation, conditions, params);
        equal("f.village_code", "village", village, conditions, params);
        equal("f.level", "level", level, conditions, params);
        equal("f.area", "area", area, conditions, params);
        equal("f.responsible_leader", "leader", leader, conditions, params);
        equal("f.responsible_person", "person", person, conditions, params);
        if (UNSETTLED.equals(state)) {
            conditions.add(OPEN);
        } else {
            equal("f.state", "state", state, conditions, params);
        }
        whether(overdue, "f.due_on < :today and " + OPEN, conditions);
        whether(returned, "f.returns > 0 and " + OPEN, conditions);
        equal("f.origin", "origin", origin, conditions, params);
        whether(keyConcern, "f.key_concern", conditions);
        if (present(colour)) {
            coloured(Colour.valueOf(colour), today, profiles.get(), conditions, params);
        }
        if (present(text)) {
            conditions.add(
                    """
                    (f.number = :exactText or f.title ilike :text or f.problem ilike :text or f.opinion ilike :text)""");
            params.put("exactText", text.strip());
            params.put("text", "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return params;
    }

    /** Each round by the ladder of its own profile. */
    private static void coloured(
            Colour colour,
            LocalDate today,
            List<Profile> profiles,
            List<String> conditions,
            Map<String, Object> params) {
        var ladders = profiles.stream()
                .collect(Collectors.groupingBy(
                        profile -> profile.ladder().value(), Collectors.mapping(Profile::id, Collectors.toList())));
        var choices = new ArrayList<String>();
        ladders.forEach((ladder, ids) -> choices.add(dueWithin(ladder, ids, colour, today, choices.size(), params)));
        conditions.add("(" + String.join(" or ", choices) + ") and " + OPEN);
    }

    /** The days on which the due day may lie for the colour, as {@code WarningLadder.colourOn} has it. */
    private static String dueWithin(
            WarningLadder ladder,
            List<String> profiles,
            Colour colour,
            LocalDate today,
            int choice,
            Map<String, Object> params) {
        var late = today.minusDays(ladder.red());
        var from =
                switch (colour) {
                    case RED -> LocalDate.of(1900, Month.JANUARY, 1);
                    case YELLOW -> late;
                    case GREEN -> today.plusDays(ladder.yellow() + 1L);
                };
        var to =
                switch (colour) {
                    case RED -> late.minusDays(1);
                    case YELLOW -> today.plusDays(ladder.yellow());
                    case GREEN -> today.plusDays(ladder.green());
                };
        params.put("colourFrom" + choice, from);
        params.put("colourTo" + choice, to);
        params.put("colourProfiles" + choice, profiles);
        return """
                (f.due_on between :colourFrom%1$d and :colourTo%1$d
                 and f.round_id in (select id from rectification.round where profile in (:colourProfiles%1$d)))"""
                .formatted(choice);
    }

    private static void whether(@Nullable Boolean wanted, String condition, List<String> conditions) {
        if (wanted != null) {
            conditions.add((wanted ? "(" : "not (") + condition + ")");
        }
    }

    private static void equal(
            String column, String name, @Nullable String value, List<String> conditions, Map<String, Object> params) {
        if (present(value)) {
            conditions.add(column + " = :" + name);
            params.put(name, value);
        }
    }

    private static boolean present(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** The sentence about a code that does not exist, with the parameter's name; empty when all are known. */
    public Optional<Map.Entry<String, String>> unknownCode() {
        if (Stream.of(round, organisation, village, area, leader, person, text)
                .anyMatch(value -> value != null && value.indexOf('\0') >= 0)) {
            return Optional.of(Map.entry("", "查询条件含有不允许的字符。"));
        }
        if (present(state) && !UNSETTLED.equals(state) && unknown(state, FindingState.values())) {
            return Optional.of(Map.entry("state", "没有这种整改状态。"));
        }
        if (present(colour) && unknown(colour, Colour.values())) {
            return Optional.of(Map.entry("colour", "没有这种预警颜色。"));
        }
        if (present(origin) && unknown(origin, FindingOrigin.values())) {
            return Optional.of(Map.entry("origin", "没有这种问题来历。"));
        }
        if (present(level) && !level.equals("TOWN") && !level.equals("VILLAGE")) {
            return Optional.of(Map.entry("level", "层级只有镇级（TOWN）和村级（VILLAGE）。"));
        }
        return Optional.empty();
    }

    private static boolean unknown(String code, Enum<?>... known) {
        return Stream.of(known).noneMatch(each -> each.name().equals(code));
    }
}
