package org.rectification.round;

/**
 * One inspected organisation in one round: what a township's rectification hangs on.
 *
 * @param roundId our id of the round
 * @param organisationId code of the organisation, also its tenant
 */
public record CaseKey(String roundId, String organisationId) {}
