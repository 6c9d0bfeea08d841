package org.rectification.finding;

/** What the verifying body says about a reported result (R33). Only {@link #DONE} leads to strike-off (S22). */
public enum Verdict {
    DONE("已完成"),
    MOSTLY_DONE("基本完成"),
    NOT_DONE("未完成"),
    /** What can be done now is done; the lasting measures need time. Needs the inspection office's consent. */
    LONG_TERM("长期坚持"),
    /** The claim is untrue: returned, and accountability is suggested (S47). */
    FALSIFIED("弄虚作假");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the result goes back to the doer. */
    boolean returns() {
        return this == MOSTLY_DONE || this == NOT_DONE || this == FALSIFIED;
    }
}
