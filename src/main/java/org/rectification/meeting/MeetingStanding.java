package org.rectification.meeting;

/** How a thematic meeting stands. */
public enum MeetingStanding {
    /** Nothing was handed in. */
    OWED("待登记"),
    /** Handed in; the level above has not decided. */
    SUBMITTED("待确认"),
    /** Held, or not held for a reason that the level above accepted. */
    ACCEPTED("已登记"),
    /** To be handed in again. */
    RETURNED("已退回");

    private final String label;

    MeetingStanding(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether somebody has to hand in. */
    public boolean open() {
        return this == OWED || this == RETURNED;
    }
}
