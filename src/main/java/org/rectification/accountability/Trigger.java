package org.rectification.accountability;

/** What somebody, or the watch over due days, noticed (S42, S47). */
public enum Trigger {
    OVERDUE("到期未完成"),
    RETURNED_REPEATEDLY("多次退回仍不到位"),
    FALSIFIED("虚假整改"),
    /** Concluded by the minutes of the joint hearing (S35). */
    HEARD_BEHIND("集中听取认定进展滞后"),
    /** Seen by a supervisor, not computed. */
    INEFFECTIVE("整改不力"),
    /** Seen by a supervisor, not computed. */
    PERFUNCTORY("敷衍整改");

    private final String label;

    Trigger(String label) {
        this.label = label;
    }

    /** The words on screens. */
    public String label() {
        return label;
    }

    /** The three kinds that S47 names: what a supervisor may suggest by hand. */
    boolean byHand() {
        return this == INEFFECTIVE || this == PERFUNCTORY || this == FALSIFIED;
    }
}
