package org.rectification.round.intake;

import java.util.List;
import java.util.Optional;
import org.rectification.privacy.PersonalData;

/**
 * One thing that is wrong with a round that somebody wants to start, not yet put into words.
 *
 * @param pointer RFC 6901 pointer into what was sent; empty for the whole
 * @param field the field's name, by which {@link RoundMessages} finds its label
 * @param rule key of the sentence in {@link RoundMessages}
 * @param arguments what the sentence mentions besides the field
 */
public record Problem(String pointer, String field, String rule, List<Object> arguments) {

    private static final String PERSONAL = "personal.";

    /** A problem with one named part of what was sent outside the round itself. */
    public static Problem at(String parent, String name, String rule, Object... arguments) {
        return new Problem(Pointers.child(parent, name), name, rule, List.of(arguments));
    }

    /** The kind of personal data that this is about; empty for anything else. */
    public Optional<PersonalData.Kind> personalData() {
        return rule.startsWith(PERSONAL)
                ? Optional.of(PersonalData.Kind.valueOf(rule.substring(PERSONAL.length())))
                : Optional.empty();
    }

    static Problem personal(String pointer, String field, PersonalData.Kind kind) {
        return new Problem(pointer, field, PERSONAL + kind.name(), List.of());
    }

    /** A reason that already exists in both languages. */
    record Bilingual(String chinese, String english) {}
}
