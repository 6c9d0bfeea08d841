package org.rectification.refusal;

import java.util.List;

/**
 * What a person asked for is not allowed, and why. The message is one Chinese sentence for that person; at every door it
 * is answered with 422, the transaction is rolled back, and what was typed stays in the form.
 *
 * <p>A technical fault or a programming mistake is never a refusal.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    private Refusal(List<Violation> violations) {
        super(violations.get(0).message());
        this.violations = List.copyOf(violations);
    }

    /** @param field path below {@code entry}, such as {@code measures[0].text}; empty when it is about the act as a whole */
    public static Refusal of(String field, String message) {
        return new Refusal(List.of(new Violation(field, message)));
    }

    public static Refusal of(String message) {
        return of("", message);
    }

    /** @throws IllegalArgumentException without a violation there is nothing to refuse */
    public static Refusal of(List<Violation> violations) {
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
        return new Refusal(violations);
    }

    /** Throws when there is something to refuse, so that a person sees all mistakes at once. */
    public static void ifAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Refusal(violations);
        }
    }

    public List<Violation> violations() {
        return violations;
    }

    /** One thing that is wrong: the field (empty for the whole) and the rule, as a Chinese sentence. */
    public record Violation(String field, String message) {}
}
