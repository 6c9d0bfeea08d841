package org.rectification.plan;

import java.util.List;

/**
 * Plan lines have gone to another drafter.
 *
 * @param rounds in which the former has none left, so that the drafting task goes too
 */
public record LinesMoved(String organisationId, String from, String to, List<String> rounds) {}
