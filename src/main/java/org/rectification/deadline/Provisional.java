package org.rectification.deadline;

/**
 * The words beside a shown day that may still change (暂定), because a year's notice is not out. Whether it may says
 * {@link Deadline#provisional}, and nothing else.
 */
public final class Provisional {

    /** What stands behind the day in a sentence or a cell. */
    public static final String MARK = "（暂定）";

    private Provisional() {}

    /** The mark, or nothing. */
    public static String mark(boolean provisional) {
        return provisional ? MARK : "";
    }
}
