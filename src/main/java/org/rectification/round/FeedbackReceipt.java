package org.rectification.round;

import java.time.LocalDate;

/**
 * The Secretary signs for the feedback in person and states what will be done about it.
 *
 * @param statement 表态发言
 */
public record FeedbackReceipt(LocalDate receivedOn, String statement) {}
