package org.rectification.people;

import java.util.List;

/**
 * Duties have passed to other people; what is open follows in the same transaction: first the findings, then the plan's
 * lines, last the tasks.
 *
 * @param reason for the trail, in Chinese
 */
public record DutiesPassed(String actor, List<Passing> passings, String reason) {

    /** Order of the listener that gives findings to their new people. */
    public static final int FINDINGS = 10;

    /** Order of the listener that gives plan lines to their new drafters. */
    public static final int PLAN_LINES = 20;

    /** Order of the listener that moves open tasks. */
    public static final int TASKS = 30;
}
