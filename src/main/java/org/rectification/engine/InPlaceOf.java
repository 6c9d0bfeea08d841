package org.rectification.engine;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * In whose place the person at the door acts right now (代行职责). Known from the moment a substitute completes an absent
 * person's task until that request is over, so that whatever is recorded meanwhile names both.
 */
public final class InPlaceOf {

    private static final ThreadLocal<String> ABSENT = new ThreadLocal<>();

    private InPlaceOf() {}

    /** Login of the absent person; empty for everybody who acts for themselves. */
    public static Optional<String> current() {
        return Optional.ofNullable(ABSENT.get());
    }

    /** For the rest of the request; the gate in front of the engine ends it, whatever happens. */
    public static void begin(String absent) {
        ABSENT.set(absent);
    }

    /** As {@link #call}, where it is known whose act it is; acting in the own place is no different from acting. */
    public static void run(String capacity, Runnable act) {
        call(Optional.of(capacity), () -> {
            act.run();
            return null;
        });
    }

    /** Whatever begins during the act is over with it. */
    public static <T> T call(Optional<String> absent, Supplier<T> act) {
        var before = ABSENT.get();
        absent.ifPresent(ABSENT::set);
        try {
            return act.get();
        } finally {
            if (before == null) {
                ABSENT.remove();
            } else {
                ABSENT.set(before);
            }
        }
    }
}
