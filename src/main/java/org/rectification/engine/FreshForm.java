package org.rectification.engine;

/**
 * Names tasks whose form is filled from the ledger when somebody opens it. A form's data are computed when its task
 * appears; where days pass until somebody writes, such as for a report, they would be days old.
 */
public interface FreshForm {

    /** @param taskKey id of a user task; what its input mapping gives to the form is computed anew at every opening */
    boolean opensFresh(String taskKey);
}
