package org.rectification.hearing;

/** What the minutes of the hearing conclude, in the colours that people talk about. */
public enum Conclusion {
    GREEN("绿（按期推进）"),
    YELLOW("黄（需要关注）"),
    RED("红（进展滞后）");

    private final String label;

    Conclusion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
