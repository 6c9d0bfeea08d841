package org.rectification.accountability;

import org.springframework.lang.Nullable;

/**
 * What the organisation or the person concerned says about it.
 *
 * @param personConcerned name and office; null when the organisation speaks
 * @param text in the words of whoever speaks
 */
public record StatementEntry(@Nullable String personConcerned, @Nullable String text) {

    public StatementEntry {
        personConcerned = personConcerned == null || personConcerned.isBlank() ? null : personConcerned.strip();
    }
}
