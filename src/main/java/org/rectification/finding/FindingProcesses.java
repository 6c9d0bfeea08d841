package org.rectification.finding;

/** Tells the running processes of findings what the ledger has decided, in the transaction of the act. */
public interface FindingProcesses {

    /**
     * An extension was asked for.
     *
     * @return whether the finding's process took it up
     */
    boolean extensionRequested(String findingId);

    /** The finding stands in the issued plan: what only waits for that goes on. */
    void planIssued(String findingId);

    /** The finding stands on the long-term list: a process of its own brings it back on its review day. */
    void longTermRegistered(String roundId, String organisationId, String findingId);
}
