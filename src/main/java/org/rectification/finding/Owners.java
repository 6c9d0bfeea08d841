package org.rectification.finding;

/**
 * Who answers for a finding (S16, S20).
 *
 * @param leader login of the responsible leader
 * @param branch responsible branch or office, as text
 * @param person login of the responsible person
 */
public record Owners(String leader, String branch, String person) {}
