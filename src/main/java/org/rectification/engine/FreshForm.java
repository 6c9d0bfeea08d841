package org.rectification.engine;

/**
 * Names tasks whose form is filled from the ledger when somebody opens it. A form's data are computed when its task
 * appears; where days pass until somebody writes, such as for a report, they would be days old.
 */
public interface FreshForm {

    /**
     * Whether what the input mapping of a task gives to its form is computed anew at every opening.
     *
     * @param taskKey id of the user task
     * @param variable what the input mapping sets: {@link TaskEntries#ENTRY} or {@link TaskEntries#VIEW}
     */
    boolean opensFresh(String taskKey, String variable);
}
