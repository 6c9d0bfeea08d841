package org.rectification.deadline;

/**
 * Why dates of a case cannot be accepted.
 *
 * @param field {@code feedbackOn} or {@code completeBy}
 * @param chinese the reason for people
 * @param english the same reason in English
 */
public record DateRefusal(String field, String chinese, String english) {}
