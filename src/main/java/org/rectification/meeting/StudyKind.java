package org.rectification.meeting;

/** Kinds of study and deployment meetings (S29). */
public enum StudyKind {
    STUDY("传达学习"),
    COMMITTEE("党委会研究"),
    LEADING_GROUP("领导小组会");

    private final String label;

    StudyKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
