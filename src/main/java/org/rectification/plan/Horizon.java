package org.rectification.plan;

/** Whether a measure works now (S25) or lasts (S26). */
public enum Horizon {
    NOW("当下改"),
    LASTING("长久立");

    private final String label;

    Horizon(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
