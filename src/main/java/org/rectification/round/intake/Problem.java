package org.rectification.round.intake;

import java.util.List;

/**
 * One thing that is wrong with a round that somebody wants to start, not yet put into words.
 *
 * @param pointer RFC 6901 pointer into what was sent; empty for the whole
 * @param field the field's name, by which {@link RoundMessages} finds its label
 * @param rule key of the sentence in {@link RoundMessages}
 * @param arguments what the sentence mentions besides the field
 */
public record Problem(String pointer, String field, String rule, List<Object> arguments) {

    /** A problem with one named part of what was sent outside the round itself. */
    public static Problem at(String parent, String name, String rule, Object... arguments) {
        return new Problem(Pointers.child(parent, name), name, rule, List.of(arguments));
    }

    /** A reason that already exists in both languages. */
    record Bilingual(String chinese, String english) {}
}
