package org.rectification.closure;

/** The grades of an evaluation (R28). */
public enum Grade {
    GOOD("好"),
    FAIRLY_GOOD("较好"),
    AVERAGE("一般"),
    POOR("差");

    private final String label;

    Grade(String label) {
        this.label = label;
    }

    /** The words on screens. */
    public String label() {
        return label;
    }
}
