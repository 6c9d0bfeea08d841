package org.rectification.warning;

import java.util.Set;

/**
 * Warnings that could not be raised. Each waits by itself, is tried again and again, and becomes an incident of its own
 * that supervisors see; meanwhile nobody else's warning is late.
 */
public interface FaultyItems {

    /** Keys of those that wait; whichever has used up its tries is tried once more from now on. */
    Set<String> tryAgain();

    /**
     * @param key that {@link DailyWatch#lookAgain} understands
     * @param label a few Chinese words for whoever sees the incident
     */
    void add(String key, String label);
}
