package org.rectification.finding;

/** The text of a finding was corrected; what its open tasks show follows in the same transaction. */
public record FindingCorrected(String findingId) {}
