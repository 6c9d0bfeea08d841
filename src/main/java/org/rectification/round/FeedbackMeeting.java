package org.rectification.round;

import java.time.LocalDate;

/**
 * The feedback meeting as the inspection office records it (S04).
 *
 * @param host who gave the feedback on behalf of the Leading Group
 * @param attendance who took part, in words
 */
public record FeedbackMeeting(LocalDate heldOn, String place, String host, String attendance) {}
