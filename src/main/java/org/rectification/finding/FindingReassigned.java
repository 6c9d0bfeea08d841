package org.rectification.finding;

/**
 * Other people answer for a finding; its open tasks follow in the same transaction.
 *
 * @param formerLeader login, or null where nobody answered for it before
 */
public record FindingReassigned(
        String findingId, @org.springframework.lang.Nullable String formerLeader, Owners owners) {}
