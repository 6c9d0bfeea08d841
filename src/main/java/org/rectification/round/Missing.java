package org.rectification.round;

/**
 * One thing that a case still misses before it may be archived.
 *
 * @param item a phrase such as {@code 第3期整改进展报告}
 * @param where who settles it, and in which task
 */
public record Missing(String item, String where) {

    /** Settled in the task of that name, by those who hold the duty. */
    public static Missing task(String item, String who, String task) {
        return new Missing(item, who + "的待办“" + task + "”");
    }

    @Override
    public String toString() {
        return item + "（" + where + "）";
    }
}
