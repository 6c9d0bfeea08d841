package org.rectification.accountability;

import org.springframework.lang.Nullable;

/**
 * A supervisor's suggestion, in words a supervisor has at hand: no ids of ours.
 *
 * @param organisation code or name of the inspected organisation
 * @param village code or name; null for the township's own list
 * @param findingNumber as in the ledger; null when it is about the organisation's rectification as a whole
 */
public record HandEntry(
        @Nullable String roundNumber,
        @Nullable String batch,
        @Nullable String organisation,
        @Nullable String village,
        @Nullable String findingNumber,
        @Nullable Trigger trigger,
        @Nullable String facts) {}
