package org.rectification.engine.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.*;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionDefinitionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionDiagramCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionModelCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.stereotype.Component;

/**
 * The whole list of what people may do to the engine, through whichever door. What is not on it is refused for
 * everybody, administrators included: ending a task by an error or an escalation, delegating, modifying, migrating or
 * restarting instances, correlating messages, writing variables, moving due dates, deleting, deploying.
 */
@Component
class AllowedCommands {

    /** They change nothing; what they show is decided by the engine's authorizations. */
    private static final Set<Class<?>> READING = Set.of(
            AuthorizationCheckCmd.class,
            CheckPassword.class,
            CreateGroupQueryCmd.class,
            CreateTenantQueryCmd.class,
            CreateUserQueryCmd.class,
            FindActiveActivityIdsCmd.class,
            FindHistoryCleanupJobsCmd.class,
            GetActivityInstanceCmd.class,
            GetCamundaFormDefinitionCmd.class,
            GetDeployedProcessDefinitionCmd.class,
            GetDeployedStartFormCmd.class,
            GetDeployedTaskFormCmd.class,
            GetDeploymentBpmnModelInstanceCmd.class,
            GetDeploymentDecisionDefinitionCmd.class,
            GetDeploymentDecisionDiagramCmd.class,
            GetDeploymentDecisionModelCmd.class,
            GetDeploymentProcessDiagramCmd.class,
            GetDeploymentProcessModelCmd.class,
            GetDeploymentResourceCmd.class,
            GetDeploymentResourceForIdCmd.class,
            GetDeploymentResourceNamesCmd.class,
            GetDeploymentResourcesCmd.class,
            GetExecutionVariableCmd.class,
            GetExecutionVariableTypedCmd.class,
            GetExecutionVariablesCmd.class,
            GetFilterCmd.class,
            GetFormKeyCmd.class,
            GetHistoricJobLogExceptionStacktraceCmd.class,
            GetHistoryLevelCmd.class,
            GetIdentityLinksForProcessDefinitionCmd.class,
            GetIdentityLinksForTaskCmd.class,
            GetJobExceptionStacktraceCmd.class,
            GetLicenseKeyCmd.class,
            GetPasswordPolicyCmd.class,
            GetProcessApplicationForDeploymentCmd.class,
            GetProcessInstanceAttachmentsCmd.class,
            GetProcessInstanceCommentsCmd.class,
            GetPropertiesCmd.class,
            GetRenderedStartFormCmd.class,
            GetRenderedTaskFormCmd.class,
            GetStartFormCmd.class,
            GetStartFormVariablesCmd.class,
            GetStaticCalledProcessDefinitionCmd.class,
            GetSubTasksCmd.class,
            GetTaskAttachmentsCmd.class,
            GetTaskCommentCmd.class,
            GetTaskCommentsCmd.class,
            GetTaskEventsCmd.class,
            GetTaskFormCmd.class,
            GetTaskFormVariablesCmd.class,
            GetTaskVariableCmd.class,
            GetTaskVariableCmdTyped.class,
            GetTaskVariablesCmd.class,
            GetTelemetryDataCmd.class,
            GetUserAccountCmd.class,
            GetUserInfoCmd.class,
            GetUserInfoKeysCmd.class,
            GetUserPictureCmd.class,
            IsIdentityServiceReadOnlyCmd.class,
            IsTelemetryEnabledCmd.class);

    /**
     * What a web application asks before anybody logged in, and what the engine's own web layer asks after it has taken
     * the login off, for every task and form that it shows: definition, deploying application, history level.
     */
    private static final Set<Class<?>> BEFORE_LOGIN = Set.of(
            AuthorizationCheckCmd.class,
            CheckPassword.class,
            CreateGroupQueryCmd.class,
            CreateTenantQueryCmd.class,
            CreateUserQueryCmd.class,
            GetDeployedProcessDefinitionCmd.class,
            GetHistoryLevelCmd.class,
            GetLicenseKeyCmd.class,
            GetPasswordPolicyCmd.class,
            GetProcessApplicationForDeploymentCmd.class,
            IsIdentityServiceReadOnlyCmd.class);

    private final Map<Class<?>, CommandRule> rules = new HashMap<>();

    AllowedCommands(TaskRules tasks, StartRules starts, FilterRules filters, AdministrationRules administration) {
        READING.forEach(reading -> rules.put(reading, CommandRule.ALLOWED));
        rules.put(CompleteTaskCmd.class, CommandRule.both(administration::demandOpen, tasks::complete));
        rules.put(SubmitTaskFormCmd.class, CommandRule.both(administration::demandOpen, tasks::submitForm));
        rules.put(ClaimTaskCmd.class, CommandRule.both(administration::demandOpen, tasks::claim));
        rules.put(AssignTaskCmd.class, CommandRule.both(administration::demandOpen, tasks::giveBack));
        rules.put(AddCommentCmd.class, CommandRule.ALLOWED);
        rules.put(StartProcessInstanceCmd.class, CommandRule.both(administration::demandOpen, starts::start));
        rules.put(SubmitStartFormCmd.class, CommandRule.both(administration::demandOpen, starts::submitForm));
        rules.put(ExecuteFilterListCmd.class, filters::execute);
        rules.put(ExecuteFilterListPageCmd.class, filters::execute);
        rules.put(ExecuteFilterCountCmd.class, filters::execute);
        rules.put(ExecuteFilterSingleResultCmd.class, filters::execute);
        rules.put(SaveFilterCmd.class, filters::save);
        rules.put(CreateFilterCmd.class, administration::administer);
        rules.put(DeleteFilterCmd.class, administration::administer);
        rules.put(SaveUserCmd.class, administration::saveUser);
        rules.put(CreateUserCmd.class, administration::administer);
        rules.put(UnlockUserCmd.class, administration::administer);
        rules.put(CreateMembershipCmd.class, administration::join);
        rules.put(DeleteMembershipCmd.class, administration::leave);
        rules.put(CreateTenantUserMembershipCmd.class, administration::tenant);
        rules.put(DeleteUserCmd.class, administration::deleteUser);
        rules.put(DeleteTenantUserMembershipCmd.class, administration::tenant);
        rules.put(SetJobRetriesCmd.class, administration::repairJob);
    }

    /** Empty: nobody may give this command. */
    Optional<CommandRule> ruleFor(Command<?> command) {
        if (command instanceof AbstractQuery<?, ?>) {
            return Optional.of(CommandRule.ALLOWED);
        }
        return Optional.ofNullable(rules.get(command.getClass()));
    }

    /** Whether it changes nothing; the engine's own web layer hears of a missing right to read and makes its choice. */
    boolean reads(Command<?> command) {
        return command instanceof AbstractQuery<?, ?> || READING.contains(command.getClass());
    }

    boolean allowedBeforeLogin(Command<?> command) {
        return command instanceof AbstractQuery<?, ?> || BEFORE_LOGIN.contains(command.getClass());
    }
}
