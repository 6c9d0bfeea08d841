package org.rectification.people;

/**
 * One thing that a list of people changes.
 *
 * @param kind NEW, CHANGED, ENDED or DEACTIVATED
 * @param subject what it is about, such as 人员
 * @param text one line in Chinese
 */
public record Change(String kind, String subject, String text) {

    static Change added(String subject, String text) {
        return new Change("NEW", subject, text);
    }

    static Change changed(String subject, String text) {
        return new Change("CHANGED", subject, text);
    }

    static Change ended(String subject, String text) {
        return new Change("ENDED", subject, text);
    }

    static Change deactivated(String text) {
        return new Change("DEACTIVATED", "人员", text);
    }
}
