package org.rectification.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Lets the application act towards the engine in its own name in the middle of a person's request: the ledger has decided
 * already, so the engine asks nobody's rights a second time. The person's login is back afterwards, whatever happened.
 */
@Component
public class OwnName {

    private final IdentityService identity;

    OwnName(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    public void run(Runnable act) {
        call(() -> {
            act.run();
            return null;
        });
    }

    public <T> T call(Supplier<T> act) {
        var person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return act.get();
        } finally {
            if (person != null) {
                identity.setAuthentication(person);
            }
        }
    }
}
