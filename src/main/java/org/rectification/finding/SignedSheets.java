package org.rectification.finding;

import java.util.Optional;

/** Knows the signed sheets that were brought home from visits: one sheet serves all its rows (R3, R4). */
@FunctionalInterface
public interface SignedSheets {

    /**
     * Id of the visit whose signed sheet lists this result.
     *
     * @param attempt how often the finding had been returned when the result was reported
     */
    Optional<String> of(String findingId, int attempt);
}
