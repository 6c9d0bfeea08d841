package org.rectification.round.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rectification.privacy.PersonalData;
import org.rectification.privacy.ReferenceNumber;

/**
 * One object of what was sent, read field by field. A field that breaks its rule is noted and read as null (or as its
 * default), so that reading goes on and finds the next mistake too.
 */
final class Section {

    private static final DateTimeFormatter ISO_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,48}");
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    private final JsonNode node;
    private final String pointer;
    private final Problems problems;
    private final boolean readable;
    private final Set<String> known = new HashSet<>();

    Section(JsonNode node, String pointer, String name, Problems problems) {
        this.readable = node.isObject();
        this.node = readable ? node : MissingNode.getInstance();
        this.pointer = pointer;
        this.problems = problems;
        if (!readable) {
            problems.add(pointer, name, "type.object");
        }
    }

    String pointer() {
        return pointer;
    }

    /** One line of 1 to {@code longest} characters. */
    String line(String field, int longest) {
        var text = optionalLine(field, longest);
        if (text == null && isAbsent(field)) {
            fault(field, "required");
        }
        return text;
    }

    /** One line of 1 to {@code longest} characters, or null where it is absent. */
    String optionalLine(String field, int longest) {
        return text(field, longest, Characters.ONE_LINE, false);
    }

    /** The number of something that is kept elsewhere, and nothing of its content (R03); null where it is absent. */
    String optionalReference(String field, int longest) {
        var text = optionalLine(field, longest);
        if (text != null && !ReferenceNumber.fits(text)) {
            fault(field, "reference");
            return null;
        }
        return text;
    }

    /** Several lines of 1 to {@code longest} characters. */
    String prose(String field, int longest) {
        var text = text(field, longest, Characters.PROSE, false);
        if (text == null && isAbsent(field)) {
            fault(field, "required");
        }
        return text;
    }

    /** Several lines, possibly none at all. */
    String optionalProse(String field, int longest) {
        var text = text(field, longest, Characters.PROSE, true);
        return text == null ? "" : text;
    }

    String code(String field) {
        var code = line(field, 48);
        if (code != null && !CODE.matcher(code).matches()) {
            fault(field, "code");
            return null;
        }
        return code;
    }

    LocalDate date(String field) {
        var date = optionalDate(field);
        if (date == null && isAbsent(field)) {
            fault(field, "required");
        }
        return date;
    }

    LocalDate optionalDate(String field) {
        var value = take(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual() || !DAY.matcher(value.textValue()).matches()) {
            fault(field, "type.date");
            return null;
        }
        try {
            var date = LocalDate.parse(value.textValue(), ISO_DAY);
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                fault(field, "date.range", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
                return null;
            }
            return date;
        } catch (DateTimeParseException e) {
            fault(field, "date.unknown", value.textValue());
            return null;
        }
    }

    boolean flag(String field) {
        var value = take(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(field, "type.flag");
        }
        return value.booleanValue();
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        var choice = optionalChoice(field, type, null);
        if (choice == null && isAbsent(field)) {
            fault(field, "required.choice", codes(type));
        }
        return choice;
    }

    <E extends Enum<E>> E optionalChoice(String field, Class<E> type, E otherwise) {
        var value = take(field);
        return value.isMissingNode() ? otherwise : choice(value, Pointers.child(pointer, field), field, type);
    }

    /** A list of {@code fewest} to {@code most} entries; absent is empty. */
    <T> List<T> list(String field, int fewest, int most, BiFunction<JsonNode, String, T> entry) {
        var value = take(field);
        if (!value.isMissingNode() && !value.isArray()) {
            fault(field, "type.list");
            return List.of();
        }
        if (readable && value.size() < fewest) {
            fault(field, "list.few", fewest, most);
        }
        if (value.size() > most) {
            fault(field, "list.many", most, value.size());
        }
        List<T> entries = new ArrayList<>();
        for (int index = 0; index < Math.min(value.size(), most); index++) {
            entries.add(entry.apply(value.get(index), Pointers.child(Pointers.child(pointer, field), index)));
        }
        return entries;
    }

    <E extends Enum<E>> List<E> choices(String field, Class<E> type) {
        var most = type.getEnumConstants().length;
        var given = list(field, 0, most, (value, at) -> choice(value, at, field, type)).stream()
                .filter(choice -> choice != null)
                .toList();
        var distinct = given.stream().distinct().sorted().toList();
        if (distinct.size() < given.size()) {
            fault(field, "list.repeated");
        }
        return distinct;
    }

    /** To be called when every field was asked for: what is left over is a typing mistake that would lose data. */
    void close() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(name, "unknown");
            }
        });
    }

    private <E extends Enum<E>> E choice(JsonNode value, String at, String field, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (value.isTextual() && constant.name().equals(value.textValue())) {
                return constant;
            }
        }
        problems.add(at, field, "choice", codes(type));
        return null;
    }

    private static String codes(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"));
    }

    private String text(String field, int longest, Characters allowed, boolean mayBeEmpty) {
        var value = take(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual()) {
            fault(field, "type.text");
            return null;
        }
        var text = value.textValue().replace("\r\n", "\n").strip();
        var length = text.codePointCount(0, text.length());
        if (length > longest) {
            fault(field, "long", longest, length);
            return null;
        }
        if (!allowed.allow(text)) {
            fault(field, allowed.rule());
            return null;
        }
        if (!Characters.visible(text) && !(mayBeEmpty && text.isEmpty())) {
            fault(field, "blank", longest);
            return null;
        }
        PersonalData.in(text).forEach(kind -> problems.personal(Pointers.child(pointer, field), field, kind));
        return text;
    }

    /** The field's value; an explicit null counts as absent. */
    private JsonNode take(String field) {
        known.add(field);
        var value = node.path(field);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private boolean isAbsent(String field) {
        return readable && take(field).isMissingNode();
    }

    private void fault(String field, String rule, Object... arguments) {
        problems.add(Pointers.child(pointer, field), field, rule, arguments);
    }
}
