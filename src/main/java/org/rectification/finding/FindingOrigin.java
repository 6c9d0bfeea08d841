package org.rectification.finding;

/** Where a finding comes from; each origin is numbered and counted by itself. */
public enum FindingOrigin {
    /** Stated in the feedback. */
    INSPECTION("巡察反馈"),
    /** Found by the organisation itself when it checked for similar problems (S27). */
    SELF_FOUND("自查"),
    /** A struck-off finding came back (S23). */
    RECURRENCE("反弹");

    private final String label;

    FindingOrigin(String label) {
        this.label = label;
    }

    /** Also the name of the number series, such as 自查 in 自查1. */
    public String label() {
        return label;
    }
}
