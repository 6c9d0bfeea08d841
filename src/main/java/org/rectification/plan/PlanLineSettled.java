package org.rectification.plan;

/** A person handed in a plan line, or gave it back; what was typed for it is no longer needed. */
public record PlanLineSettled(String personId, String findingId, boolean givenBack) {}
