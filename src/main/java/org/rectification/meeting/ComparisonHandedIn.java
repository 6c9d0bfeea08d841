package org.rectification.meeting;

/** A member handed in a comparison text; what was being typed is no draft any more. */
public record ComparisonHandedIn(String comparisonId) {}
