package org.rectification.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whoever is acting: the person logged in at one of the engine's doors, or the clock. */
@Component
public class CurrentPerson {

    /** The actor of what no person did: jobs, timers, the demo's own housekeeping. */
    public static final String SYSTEM = "system";

    private final IdentityService identity;

    CurrentPerson(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** Login of the person acting, or {@link #SYSTEM}. */
    public String id() {
        var authentication = identity.getCurrentAuthentication();
        return authentication == null || authentication.getUserId() == null ? SYSTEM : authentication.getUserId();
    }

    /** Whether the person acting looks after accounts. */
    public boolean administrator() {
        var authentication = identity.getCurrentAuthentication();
        return authentication != null
                && authentication.getGroupIds() != null
                && authentication.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }
}
