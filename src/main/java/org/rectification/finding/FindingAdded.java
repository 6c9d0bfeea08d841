package org.rectification.finding;

/** A finding was added to a running case, within the transaction that publishes this. */
public record FindingAdded(
        String findingId, String roundId, String organisationId, FindingOrigin origin, String from, String actor) {}
