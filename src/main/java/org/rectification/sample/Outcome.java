package org.rectification.sample;

/** What the county found when it looked again. */
public enum Outcome {
    HOLDS("整改属实"),
    /** It came back, or was never right: a recurrence is opened. */
    NOT_HOLDING("整改不到位或者反弹"),
    /** The strike-off rested on something untrue: accountability is suggested. */
    FALSIFIED("弄虚作假");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
