package org.rectification.finding;

/** Where a finding stands (api.md, "States of a finding"; R33). */
public enum FindingState {
    REGISTERED("已建账"),
    PLANNED("已列入方案"),
    IN_PROGRESS("整改中"),
    LEADER_REVIEW("待责任领导审核"),
    VERIFICATION("待核验"),
    STRUCK_OFF("已销号"),
    /** Unfinished at the completion date; counts as unfinished everywhere. */
    CONTINUED("持续整改"),
    /** What can be done now is verified, the lasting measures are under review; counted apart, never as struck off. */
    LONG_TERM("长期坚持");

    private final String label;

    FindingState(String label) {
        this.label = label;
    }

    /** The words on screens. */
    public String label() {
        return label;
    }

    /** Whether a list may be settled over it: struck off, or followed up in an instance of its own. */
    public boolean settled() {
        return this == STRUCK_OFF || this == LONG_TERM;
    }

    /** Whether somebody is to work on it, so that a result may be reported. */
    boolean atWork() {
        return this == REGISTERED || this == PLANNED || this == IN_PROGRESS || this == CONTINUED;
    }
}
