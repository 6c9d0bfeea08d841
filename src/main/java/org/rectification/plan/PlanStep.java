package org.rectification.plan;

/** What a drafted plan needs next. */
public enum PlanStep {
    /** Somebody gave a line back: the clerk divides it again. */
    DIVIDE_AGAIN,
    /** Given back twice: the Secretary decides. */
    DECIDE,
    /** Something is missing. */
    FILL,
    /** Nothing is missing. */
    DELIBERATE
}
