package org.rectification.deadline;

/** How well the value of a parameter is founded. Everything but {@link #A} is shown to people as a local default. */
public enum Certainty {
    /** The text of the rule or a first-hand file was seen. */
    A("有原文依据"),
    /** A first-hand file was seen, but of one place or one body only. */
    A_LOCAL("本地默认：参照外地原件，非法定"),
    /** An institution's own page was seen: practice of that place. */
    B("本地默认：参照外地公开做法，非法定"),
    /** Seen in a mirror or in part only. */
    C("本地默认：据转载或节录，非法定"),
    /** General knowledge, unverified, or a choice of this product. */
    G("本地默认：通行做法，未经核实"),
    /** Decided here, with who decided it and why in the basis. */
    OWN("本地默认：本地自行确定，非法定");

    private final String label;

    Certainty(String label) {
        this.label = label;
    }

    /** The words shown beside the value. */
    public String label() {
        return label;
    }

    public boolean isLocalDefault() {
        return this != A;
    }
}
