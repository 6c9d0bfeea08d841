package org.rectification.accountability;

/** The three kinds of bad rectification that S47 names. */
public enum Shortcoming {
    INEFFECTIVE("整改不力"),
    PERFUNCTORY("敷衍整改"),
    FALSIFIED("虚假整改");

    private final String label;

    Shortcoming(String label) {
        this.label = label;
    }

    /** The words on screens. */
    public String label() {
        return label;
    }
}
