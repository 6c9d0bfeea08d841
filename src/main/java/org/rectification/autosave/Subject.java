package org.rectification.autosave;

/** What a draft is about, and with it by whose id it is kept. */
public enum Subject {
    TASK("task"),
    PLAN_LINE("plan-line"),
    /** A comparison text, readable by few: nobody else ever sees its draft. */
    COMPARISON("comparison");

    private final String path;

    Subject(String path) {
        this.path = path;
    }

    /** As in the address of its door. */
    public String path() {
        return path;
    }
}
