package org.rectification.finding;

/** What a review of the long-term list may conclude (S26). */
public enum LongTermConclusion {
    /** The lasting measures need more time; comes back on another day. */
    GOES_ON("继续坚持"),
    DONE("可以销号"),
    /** What was put right is wrong again: a linked new finding is opened, and this one stays on the list. */
    FALLEN_BACK("已反弹");

    private final String label;

    LongTermConclusion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
