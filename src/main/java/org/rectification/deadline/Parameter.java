package org.rectification.deadline;

import org.springframework.lang.Nullable;

/**
 * A value of a profile together with where it comes from.
 *
 * @param clause number of the clause that demands it (S…), null where the clauses are silent
 * @param rule number of the rule or practice behind the value (R…), null where it is a choice of this product
 * @param basis the source in a few Chinese words, shown beside the value
 */
public record Parameter<T>(T value, @Nullable String clause, @Nullable String rule, Certainty certainty, String basis) {

    public Parameter {
        if (value == null || certainty == null || basis == null || basis.isBlank()) {
            throw new IllegalArgumentException(
                    "A parameter needs value, certainty and basis: " + value + ", " + certainty + ", " + basis);
        }
        requireNumber('S', clause);
        requireNumber('R', rule);
    }

    /** Source and standing in one Chinese phrase. */
    public String source() {
        StringBuilder source = new StringBuilder();
        if (clause != null) {
            source.append(clause);
        }
        if (rule != null) {
            source.append(source.isEmpty() ? "" : "、").append(rule);
        }
        return source + "（" + basis + "；" + certainty.label() + "）";
    }

    private static void requireNumber(char kind, @Nullable String number) {
        if (number != null && !number.matches(kind + "\\d{2}")) {
            throw new IllegalArgumentException("Not a number of kind " + kind + ": " + number);
        }
    }
}
