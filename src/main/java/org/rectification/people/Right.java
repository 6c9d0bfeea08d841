package org.rectification.people;

import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * What a group may do in the engine. The list is the whole truth: what is not on it, nobody may do. Rights to a single
 * task come and go with the task, rights to a filter with the filter.
 *
 * @param id of the resource, or {@code *}
 */
record Right(String group, Resource resource, String id, List<Permission> permissions) {

    /** Who sends supervision notices: the county's bodies, the township's discipline commission and its Secretary (S36, S11). */
    private static final List<Role> SUPERVISING = List.of(
            Role.INSPECTION_OFFICE,
            Role.DISCIPLINE_SUPERVISION,
            Role.CADRE_SUPERVISION,
            Role.TOWNSHIP_DISCIPLINE,
            Role.PARTY_SECRETARY);

    static List<Right> all() {
        var rights = new ArrayList<Right>();
        for (Role role : Role.values()) {
            rights.add(of(role.group(), Resources.APPLICATION, "tasklist", Permissions.ACCESS));
        }
        for (Role role : Role.values()) {
            rights.addAll(definitions(role));
        }
        rights.addAll(starts(Role.INSPECTION_OFFICE, "inspectionRound"));
        rights.addAll(starts(Role.DISCIPLINE_SUPERVISION, "accountability"));
        rights.addAll(starts(Role.RECTIFICATION_OFFICE, "planAmendment"));
        for (Role role : SUPERVISING) {
            rights.addAll(starts(role, "supervisionNotice"));
        }
        rights.addAll(administration());
        return rights.stream().distinct().toList();
    }

    /**
     * Everybody may read the models: Tasklist opens no form without that, and a model tells nothing about a round. The
     * running instances are for supervisors, within their tenants. The inspection team is not among them: its access
     * ends a number of days after feedback, which only the ledger can tell ({@link Visibility}).
     */
    private static List<Right> definitions(Role role) {
        if (!role.supervises() || role == Role.INSPECTION_TEAM) {
            return List.of(any(role.group(), Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ));
        }
        var permissions = new ArrayList<Permission>(
                List.of(ProcessDefinitionPermissions.READ, READ_INSTANCE, READ_TASK, READ_HISTORY));
        if (role == Role.INSPECTION_OFFICE) {
            permissions.add(RETRY_JOB);
        }
        return List.of(
                new Right(role.group(), Resources.PROCESS_DEFINITION, Authorization.ANY, permissions),
                of(role.group(), Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                any(role.group(), Resources.USER, Permissions.READ),
                any(role.group(), Resources.DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY));
    }

    private static List<Right> starts(Role role, String process) {
        return List.of(
                of(role.group(), Resources.PROCESS_DEFINITION, process, CREATE_INSTANCE),
                any(role.group(), Resources.PROCESS_INSTANCE, Permissions.CREATE));
    }

    /** Administrators look after accounts and repair jobs; they neither read people's work nor do it, and cannot deploy. */
    private static List<Right> administration() {
        var group = EngineIdentity.ADMINISTRATORS;
        return List.of(
                any(group, Resources.APPLICATION, Permissions.ACCESS),
                any(group, Resources.USER, Permissions.READ, Permissions.CREATE, Permissions.UPDATE),
                any(group, Resources.GROUP, Permissions.READ),
                any(group, Resources.GROUP_MEMBERSHIP, Permissions.CREATE, Permissions.DELETE),
                any(group, Resources.TENANT, Permissions.READ),
                any(group, Resources.TENANT_MEMBERSHIP, Permissions.CREATE, Permissions.DELETE),
                any(group, Resources.AUTHORIZATION, Permissions.READ),
                any(group, Resources.FILTER, Permissions.ALL),
                any(group, Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ, READ_INSTANCE, RETRY_JOB),
                any(group, Resources.DECISION_DEFINITION, Permissions.READ),
                any(group, Resources.DEPLOYMENT, Permissions.READ));
    }

    private static Right any(String group, Resource resource, Permission... permissions) {
        return of(group, resource, Authorization.ANY, permissions);
    }

    private static Right of(String group, Resource resource, String id, Permission... permissions) {
        return new Right(group, resource, id, List.of(permissions));
    }
}
