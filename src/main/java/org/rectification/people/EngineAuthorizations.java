package org.rectification.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * At every start the groups' rights in the engine become what {@link Right} says, no more and no less: what somebody
 * granted by hand, or what an earlier version granted, is taken back.
 */
@Component
@Order(EngineAuthorizations.ORDER)
class EngineAuthorizations implements ApplicationRunner {

    /** Groups and rights first, then filters for the groups, then people in the groups. */
    static final int ORDER = 10;

    private static final Logger LOG = LoggerFactory.getLogger(EngineAuthorizations.class);

    /** These come and go with the single task or filter. */
    private static final Set<Integer> OF_SINGLE_THINGS =
            Set.of(Resources.TASK.resourceType(), Resources.FILTER.resourceType());

    private final EngineIdentity identity;
    private final AuthorizationService authorizations;

    EngineAuthorizations(EngineIdentity identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        identity.groups();
        var wanted = Right.all().stream().collect(Collectors.toMap(Key::of, right -> right));
        var found = new HashMap<Key, Authorization>();
        for (Authorization row : authorizations.createAuthorizationQuery().list()) {
            if (row.getGroupId() != null && !isOfSingleThing(row)) {
                keepOrDelete(row, wanted, found);
            }
        }
        wanted.forEach((key, right) -> grant(right, found.get(key)));
    }

    private void keepOrDelete(Authorization row, Map<Key, Right> wanted, Map<Key, Authorization> found) {
        var key = Key.of(row);
        if (row.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT && wanted.containsKey(key)) {
            found.put(key, row);
        } else {
            LOG.debug("A right that nobody should have is taken back: {}", row);
            authorizations.deleteAuthorization(row.getId());
        }
    }

    private void grant(Right right, Authorization existing) {
        int mask = right.permissions().stream().mapToInt(Permission::getValue).reduce(0, (a, b) -> a | b);
        if (existing != null && ((AuthorizationEntity) existing).getPermissions() == mask) {
            return;
        }
        var row = existing == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : existing;
        row.setGroupId(right.group());
        row.setResource(right.resource());
        row.setResourceId(right.id());
        row.setPermissions(right.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(row);
    }

    private static boolean isOfSingleThing(Authorization row) {
        return OF_SINGLE_THINGS.contains(row.getResourceType()) && !Authorization.ANY.equals(row.getResourceId());
    }

    private record Key(List<Object> parts) {

        static Key of(Right right) {
            return new Key(List.of(right.group(), right.resource().resourceType(), right.id()));
        }

        static Key of(Authorization row) {
            return new Key(List.of(row.getGroupId(), row.getResourceType(), row.getResourceId()));
        }
    }
}
