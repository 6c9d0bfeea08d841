package org.rectification.supervision;

/**
 * A finding as a notice names it.
 *
 * @param id of the finding
 * @param label place, number and title
 */
public record AboutFinding(String noticeId, String id, String label) {}
