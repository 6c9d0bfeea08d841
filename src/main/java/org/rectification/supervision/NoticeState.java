package org.rectification.supervision;

/** Where a notice stands; the words are for screens. */
public enum NoticeState {
    WAITING("待回复"),
    ANSWERED("已回复，待审核"),
    /** A village's notice that lies before the county bodies. */
    RAISED("已报市级，待处理"),
    ACCEPTED("已办结"),
    /** The county goes on about it with a notice of its own. */
    TAKEN_UP("已由市级督办"),
    WITHDRAWN("已撤回");

    private final String label;

    NoticeState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean open() {
        return ordinal() <= RAISED.ordinal();
    }
}
