package org.rectification.engine.gate;

import java.util.Locale;

/**
 * Knows whether the current thread came in through one of the engine's own HTTP doors ({@code /engine-rest} or the web
 * applications' API), and in which language the person reads. There, answers are HTTP answers; everywhere else our own
 * code calls, and a refusal stays a refusal.
 */
public final class EngineDoor {

    private static final ThreadLocal<EngineDoor> CURRENT = new ThreadLocal<>();

    private final Locale locale;
    private final boolean limited;

    private EngineDoor(Locale locale, boolean limited) {
        this.locale = locale;
        this.limited = limited;
    }

    /** @param limited whether lists without a page size are cut off here: at the REST door, not inside Cockpit */
    static void enter(Locale locale, boolean limited) {
        CURRENT.set(new EngineDoor(locale, limited));
    }

    static void enter(EngineDoor door) {
        CURRENT.set(door);
    }

    static void leave() {
        CURRENT.remove();
    }

    /** Null when the thread is inside our own code. */
    static EngineDoor current() {
        return CURRENT.get();
    }

    Locale locale() {
        return locale;
    }

    boolean limited() {
        return limited;
    }
}
