package org.rectification.finding;

import org.springframework.lang.Nullable;

/**
 * Other people answer for a finding; its open tasks follow in the same transaction.
 *
 * @param formerLeader login, or null where nobody answered for it before
 * @param actor who changed it, with the reason given
 */
public record FindingReassigned(
        String findingId, @Nullable String formerLeader, Owners owners, String actor, String reason) {}
