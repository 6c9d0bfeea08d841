package org.rectification.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Runs something in a person's name with exactly that person's rights, as if it had come through the engine's own door.
 * Our lists use it, so that a row there passes the same gate, the same authorizations and the same listeners as a task
 * in Tasklist.
 */
@Component
public class ActingAs {

    private final IdentityService identity;

    ActingAs(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    public void run(String personId, Runnable act) {
        try (var ignored = begin(personId)) {
            act.run();
        }
    }

    public <T> T call(String personId, Supplier<T> act) {
        try (var ignored = begin(personId)) {
            return act.get();
        }
    }

    /** From here until the scope is closed the thread acts for the person; closing restores whoever acted before. */
    public Scope begin(String personId) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        List<String> groups = identity.createGroupQuery().groupMember(personId).list().stream()
                .map(Group::getId)
                .toList();
        List<String> tenants =
                identity.createTenantQuery().userMember(personId).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .toList();
        identity.setAuthentication(personId, groups, tenants);
        return () -> {
            identity.clearAuthentication();
            if (before != null) {
                identity.setAuthentication(before);
            }
        };
    }

    /** Ends the acting; closing never fails. */
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
