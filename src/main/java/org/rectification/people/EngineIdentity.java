package org.rectification.people;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.rectification.engine.OwnName;
import org.springframework.stereotype.Component;

/**
 * The engine's side of the register: logins, groups, tenants. It acts in its own right, whoever asked: what a person may
 * register is decided before.
 */
@Component
class EngineIdentity {

    static final String ADMINISTRATORS = "camunda-admin";

    private static final Set<String> ROLE_GROUPS =
            Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toSet());

    private final IdentityService identity;
    private final OwnName ownName;

    EngineIdentity(IdentityService identity, OwnName ownName) {
        this.identity = identity;
        this.ownName = ownName;
    }

    /** One group per role, and the administrators' group, with the names that people read. */
    void groups() {
        ownName.run(() -> {
            for (Role role : Role.values()) {
                group(role.group(), role.label(), "WORKFLOW");
            }
            group(ADMINISTRATORS, "系统管理员", "SYSTEM");
        });
    }

    /** A tenant; the supervising bodies join it as groups. */
    void organisation(String code, String name) {
        ownName.run(() -> {
            var tenant = identity.createTenantQuery().tenantId(code).singleResult();
            if (tenant == null) {
                tenant = identity.newTenant(code);
            }
            tenant.setName(name);
            identity.saveTenant(tenant);
            for (Role role : Role.values()) {
                boolean joined = identity.createTenantQuery()
                                .tenantId(code)
                                .groupMember(role.group())
                                .count()
                        > 0;
                if (role.supervises() && !joined) {
                    identity.createTenantGroupMembership(code, role.group());
                }
            }
        });
    }

    /** A login with the groups of its duties, in the tenant of its organisation. */
    void person(PersonEntry entry) {
        ownName.run(() -> {
            var user = identity.createUserQuery().userId(entry.id()).singleResult();
            if (user == null) {
                user = identity.newUser(entry.id());
                user.setPassword(entry.password());
            }
            user.setFirstName(entry.name());
            // Shown behind the name wherever the web applications name a person: 李志强 副镇长.
            user.setLastName(entry.office());
            identity.saveUser(user);
            join(entry.id(), entry.roles().stream().map(Role::group).collect(Collectors.toSet()));
            moveTo(entry.id(), entry.organisationId());
        });
    }

    /** Nobody knows the new password, and the login belongs to no group and no tenant any more. */
    void close(String personId) {
        ownName.run(() -> {
            var user = identity.createUserQuery().userId(personId).singleResult();
            user.setPassword("Aa1!" + UUID.randomUUID());
            identity.saveUser(user);
            join(personId, Set.of());
            moveTo(personId, null);
        });
    }

    Set<String> administrators() {
        return ownName.call(() -> identity.createUserQuery().memberOfGroup(ADMINISTRATORS).list().stream()
                .map(org.camunda.bpm.engine.identity.User::getId)
                .collect(Collectors.toSet()));
    }

    /** For whoever comes back after having left. */
    void password(String personId, String password) {
        ownName.run(() -> {
            var user = identity.createUserQuery().userId(personId).singleResult();
            user.setPassword(password);
            identity.saveUser(user);
        });
    }

    boolean administers(String personId) {
        return ownName.call(() -> identity.createUserQuery()
                        .userId(personId)
                        .memberOfGroup(ADMINISTRATORS)
                        .count()
                > 0);
    }

    private void group(String id, String name, String type) {
        Group group = identity.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identity.newGroup(id);
        }
        group.setName(name);
        group.setType(type);
        identity.saveGroup(group);
    }

    private void join(String personId, Set<String> groups) {
        var joined = identity.createGroupQuery().groupMember(personId).list().stream()
                .map(Group::getId)
                .filter(ROLE_GROUPS::contains)
                .collect(Collectors.toSet());
        joined.stream()
                .filter(group -> !groups.contains(group))
                .forEach(group -> identity.deleteMembership(personId, group));
        groups.stream()
                .filter(group -> !joined.contains(group))
                .forEach(group -> identity.createMembership(personId, group));
    }

    private void moveTo(String personId, String organisationId) {
        var tenants = identity.createTenantQuery().userMember(personId).list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet());
        tenants.stream()
                .filter(tenant -> !tenant.equals(organisationId))
                .forEach(tenant -> identity.deleteTenantUserMembership(tenant, personId));
        if (organisationId != null && !tenants.contains(organisationId)) {
            identity.createTenantUserMembership(organisationId, personId);
        }
    }
}
