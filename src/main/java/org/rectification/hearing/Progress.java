package org.rectification.hearing;

/** How a finding, or the rectification as a whole, gets on: what judge-progress advises with these words is advice only. */
public enum Progress {
    ON_TRACK("按期推进"),
    ATTENTION("需要关注"),
    BEHIND("进展滞后");

    private final String label;

    Progress(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
