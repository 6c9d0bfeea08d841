package org.rectification.warning;

import java.util.List;

/**
 * A warning was raised for the first time; told within the same transaction.
 *
 * @param kind name of a {@link org.rectification.deadline.WarningLadder.Step}; RETURNED or FALSIFIED when a finding's
 *     Secretary is told
 * @param recipients logins
 */
public record WarningRaised(WatchedItem item, String kind, List<String> recipients) {

    /** Whatever is more than a reminder that a day comes nearer. */
    public boolean red() {
        return !"GREEN".equals(kind) && !"YELLOW".equals(kind);
    }
}
