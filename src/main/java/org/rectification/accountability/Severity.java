package org.rectification.accountability;

/** How grave it would be in the words of S43; a suggestion, never a finding of guilt. */
public enum Severity {
    /** Not doing it. */
    NEGLECT("失职"),
    /** Doing it badly. */
    DERELICTION("渎职");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The words on screens. */
    public String label() {
        return label;
    }
}
