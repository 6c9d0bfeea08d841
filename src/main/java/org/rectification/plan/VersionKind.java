package org.rectification.plan;

/** How a version of the plan came about. */
public enum VersionKind {
    ISSUE("印发"),
    AMENDMENT("方案调整"),
    OWNERS("责任人调整");

    private final String label;

    VersionKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
