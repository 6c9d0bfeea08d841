package org.rectification.accountability;

import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;

/**
 * A suggestion and what has become of it: considered, explained, referred, concluded, in this order. Each move gives a new
 * value or refuses.
 *
 * @param raisedBy login, or the system
 * @param shortcoming as the decision table advises; null before
 * @param severity as the decision table advises; null before
 */
public record Matter(
        String id,
        Suggestion suggestion,
        String raisedBy,
        @Nullable Shortcoming shortcoming,
        @Nullable Severity severity,
        MatterState state,
        @Nullable String dismissalReason) {

    /** @throws Refusal when it was considered before */
    Matter takeUp() {
        return from(MatterState.RAISED, MatterState.TAKEN_UP, null);
    }

    /** @throws Refusal when it was considered before */
    Matter dismiss(String reason) {
        return from(MatterState.RAISED, MatterState.DISMISSED, reason);
    }

    /** @throws Refusal unless it is taken up and not explained yet */
    Matter explain() {
        return from(MatterState.TAKEN_UP, MatterState.EXPLAINED, null);
    }

    /** @throws Refusal before the organisation or the person was heard, or a second time */
    Matter refer() {
        return from(MatterState.EXPLAINED, MatterState.REFERRED, null);
    }

    /** @throws Refusal before it was referred, or a second time */
    Matter conclude() {
        return from(MatterState.REFERRED, MatterState.CONCLUDED, null);
    }

    private Matter from(MatterState expected, MatterState next, @Nullable String reason) {
        if (state != expected) {
            throw Refusal.of("整改问责建议目前为“" + state.label() + "”，不能办理“" + next.label() + "”。");
        }
        return new Matter(id, suggestion, raisedBy, shortcoming, severity, next, reason);
    }
}
