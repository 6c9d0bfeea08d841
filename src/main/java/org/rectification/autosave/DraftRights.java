package org.rectification.autosave;

/** Whether something is for the person to work on, at this moment. One answer per {@link Subject}. */
public interface DraftRights {

    Subject subject();

    boolean mayWorkOn(String personId, String subjectId);
}
