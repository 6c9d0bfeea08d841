package org.rectification.round;

/** Starts the process of a registered round, in the transaction of the registration. */
public interface RoundProcess {

    String KEY = "inspectionRound";

    Started start(String roundId, String businessKey);

    /** Ids of the engine for what was started. */
    record Started(String processInstanceId, String processDefinitionId) {}
}
