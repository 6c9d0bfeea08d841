package org.rectification.finding;

/** Sets the life of an added finding going in the engine; in the current transaction. */
public interface AddedFindingProcess {

    /** @param subLedgerId the list that holds this one finding */
    void start(String roundId, String organisationId, String subLedgerId);
}
