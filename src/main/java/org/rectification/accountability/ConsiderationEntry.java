package org.rectification.accountability;

import org.springframework.lang.Nullable;

/**
 * What the supervising body makes of a suggestion.
 *
 * @param reason of a dismissal
 */
public record ConsiderationEntry(@Nullable Choice decision, @Nullable String reason) {

    /** Leaving it open is neither. */
    public enum Choice {
        TAKE_UP,
        DISMISS
    }
}
