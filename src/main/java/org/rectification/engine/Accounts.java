package org.rectification.engine;

import org.camunda.bpm.engine.identity.User;

/**
 * Logins as the register of people keeps them. What administrators do in the engine's own pages goes through here, so
 * that there is one truth about who is who. Every method throws a refusal with the reason.
 */
public interface Accounts {

    /**
     * Saves a login that somebody created, renamed or gave a new password, and the register with it.
     *
     * @param administrator whether the actor looks after other people's logins; everybody may change the own password
     */
    void save(String actor, boolean administrator, User user);

    /** @throws org.rectification.refusal.Refusal for whoever holds duties: administrators see no one's work */
    void joinAdministrators(String actor, String userId);

    void leaveAdministrators(String actor, String userId);

    /** Why this login may do nothing at the moment, in Chinese; null: it may. */
    @org.springframework.lang.Nullable String closed(String userId);
}
