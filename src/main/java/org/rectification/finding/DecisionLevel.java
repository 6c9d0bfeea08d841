package org.rectification.finding;

/** Where a later date is decided, from the lowest to the highest. */
public enum DecisionLevel {
    LEADER("责任领导（包村领导）"),
    SECRETARY("党委书记"),
    /** The inspection office together with discipline supervision; the office records what both agreed. */
    COUNTY("市委巡察办会同纪检监察室"),
    /** The inspection office records the Leading Group's decision. */
    LEADING_GROUP("市委巡察工作领导小组（巡察办登记）");

    private final String label;

    DecisionLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Several decide together, and the inspection office records it with day and number of the paper. */
    public boolean ofABody() {
        return this == COUNTY || this == LEADING_GROUP;
    }
}
