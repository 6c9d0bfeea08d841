package org.rectification.engine;

import java.util.Objects;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * A task is readable for whoever holds it now. On stock every earlier assignee and candidate keeps the right to read and
 * to complete it until it ends; here the right goes with the task. Nor do accounts, groups and tenants bring more rights
 * than they need.
 */
class RightsOfTheMoment extends DefaultAuthorizationProvider {

    /** People read their own account and change its password; on stock they may also delete it. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {
            createGrantAuthorization(
                    user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE)
        };
    }

    @Override
    public AuthorizationEntity[] newGroup(Group group) {
        return null;
    }

    @Override
    public AuthorizationEntity[] tenantMembershipCreated(Tenant tenant, User user) {
        return null;
    }

    @Override
    public AuthorizationEntity[] tenantMembershipCreated(Tenant tenant, Group group) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        withdraw(task, oldAssignee);
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        withdraw(task, oldOwner);
        return super.newTaskOwner(task, oldOwner, newOwner);
    }

    @Override
    public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String userId, String type) {
        boolean last = userId != null && links(task, userId, null) <= 1;
        if (last && !((TaskEntity) task).isDeleted() && !holds(task, userId)) {
            remove(task, userId);
        }
        return null;
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        if (groupId != null && !((TaskEntity) task).isDeleted() && links(task, null, groupId) <= 1) {
            getAuthorizationManager().deleteAuthorizationsByResourceIdAndGroupId(Resources.TASK, task.getId(), groupId);
        }
        return null;
    }

    /** A candidate who had taken the task stays one, and so does a substitute who gives it back. */
    private void withdraw(Task task, String userId) {
        boolean stays = userId == null
                || ((TaskEntity) task).isDeleted()
                || holds(task, userId)
                || links(task, userId, null) > 0;
        if (!stays) {
            remove(task, userId);
        }
    }

    private static boolean holds(Task task, String userId) {
        return userId.equals(task.getAssignee()) || userId.equals(task.getOwner());
    }

    /** By statement, not by entity: a task that ends deletes all its rows the same way, and the two must not collide. */
    private void remove(Task task, String userId) {
        getAuthorizationManager().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), userId);
    }

    private static long links(Task task, String userId, String groupId) {
        return ((TaskEntity) task)
                .getIdentityLinks().stream()
                        .filter(link ->
                                Objects.equals(userId, link.getUserId()) && Objects.equals(groupId, link.getGroupId()))
                        .count();
    }

    @Component
    static class Plugin extends AbstractProcessEnginePlugin {

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            configuration.setResourceAuthorizationProvider(new RightsOfTheMoment());
        }
    }
}
