package org.rectification.finding;

/**
 * Somebody else reviews the result in hand; the open review task follows in the same transaction.
 *
 * @param former login of the reviewer who has not spoken
 */
public record ReviewerReplaced(String findingId, String former, String reviewer) {}
