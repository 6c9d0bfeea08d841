package org.rectification.plan;

/** What a reviewing body says of the plan. */
public enum ReviewVerdict {
    AGREE("同意"),
    RETURN("退回");

    private final String label;

    ReviewVerdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
