package org.rectification.finding;

import java.util.List;

/**
 * A warning was raised for the first time; told within the same transaction.
 *
 * @param kind GREEN, YELLOW or RED for the ladder, RETURNED or FALSIFIED for the Secretary
 * @param recipients logins
 */
public record WarningRaised(String findingId, String kind, List<String> recipients) {

    /** Whatever is more than a reminder that a day comes nearer. */
    public boolean red() {
        return !"GREEN".equals(kind) && !"YELLOW".equals(kind);
    }
}
