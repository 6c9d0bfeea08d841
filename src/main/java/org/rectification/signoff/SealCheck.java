package org.rectification.signoff;

import java.util.List;

/**
 * Whether a signature still stands for what is stored.
 *
 * @param intact the sealed content still has the hash that was stored with the signature
 * @param differences what has changed since, as Chinese sentences; empty when nothing has
 */
public record SealCheck(boolean intact, List<String> differences) {

    public SealCheck {
        differences = List.copyOf(differences);
    }

    /** Whether the signature still matches the reports and the ledger. */
    public boolean matches() {
        return intact && differences.isEmpty();
    }
}
