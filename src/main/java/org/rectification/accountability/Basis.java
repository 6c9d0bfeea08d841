package org.rectification.accountability;

/** The regulations that a referral may rest on: those named by S49, and the one named by S47. */
public enum Basis {
    INTRA_PARTY_SUPERVISION("《中国共产党党内监督条例》"),
    INSPECTION("《中国共产党巡视工作条例》"),
    ACCOUNTABILITY("《中国共产党问责条例》"),
    DISCIPLINE("《中国共产党纪律处分条例》");

    private final String label;

    Basis(String label) {
        this.label = label;
    }

    /** The words on screens. */
    public String label() {
        return label;
    }
}
