package org.rectification.people;

/** The engine's side of a hand-over. */
public interface HandoverProcess {

    /** @return id of the instance in which both confirm */
    String start(String handoverId, String organisationId);
}
