package org.rectification.plan;

/** How far a plan has come. */
enum PlanState {
    DRAFTING("编制中"),
    DELIBERATED("已经党委审议、待联合审核"),
    RETURNED("联合审核退回修改"),
    AGREED("联合审核通过、待印发"),
    NUMBERED("已编文号"),
    ISSUED("已印发");

    private final String label;

    PlanState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether its lines may still change. */
    boolean open() {
        return this == DRAFTING || this == RETURNED;
    }
}
