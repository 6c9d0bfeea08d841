package org.rectification.visit;

/**
 * A village with results that wait to be looked at on site and stand on no list yet.
 *
 * @param count how many
 */
public record Waiting(
        String roundId,
        String organisationId,
        String organisationName,
        String villageCode,
        String villageName,
        int count) {}
