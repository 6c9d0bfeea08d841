package org.rectification.plan;

/** How far an amendment has come. */
public enum AmendmentState {
    DRAWN_UP("拟订中"),
    SUBMITTED("已报巡察办"),
    RETURNED("巡察办退回"),
    WITHDRAWN("已撤回"),
    EFFECTIVE("已生效");

    private final String label;

    AmendmentState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the clerk may still write it. */
    boolean open() {
        return this == DRAWN_UP || this == RETURNED;
    }
}
