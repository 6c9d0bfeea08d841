package org.rectification.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractGetFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Answers the form of a {@link FreshForm} with data of this moment, through every door that reads it. Nothing is stored:
 * reading stays reading. The engine has checked the reader's rights before.
 */
@Component
class FreshForms extends AbstractProcessEnginePlugin {

    private final ObjectProvider<FreshForm> forms;

    FreshForms(ObjectProvider<FreshForm> forms) {
        this.forms = forms;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostCommandInterceptorsTxRequired(
                with(configuration.getCustomPostCommandInterceptorsTxRequired()));
    }

    private List<CommandInterceptor> with(List<CommandInterceptor> others) {
        var all = new ArrayList<CommandInterceptor>(others == null ? List.of() : others);
        all.add(new Interceptor());
        return all;
    }

    private final class Interceptor extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            T answer = next.execute(command);
            if (command instanceof GetTaskFormVariablesCmd && answer instanceof VariableMap variables) {
                var task = Context.getCommandContext().getTaskManager().findTaskById(taskOf(command));
                if (task != null && task.getExecution() != null) {
                    renew(task, variables);
                }
            }
            return answer;
        }
    }

    private void renew(TaskEntity task, VariableMap variables) {
        var execution = task.getExecution();
        var mapping = execution.getActivity().getIoMapping();
        if (mapping == null) {
            return;
        }
        mapping.getInputParameters().stream()
                .filter(parameter -> variables.containsKey(parameter.getName()))
                .filter(parameter -> forms.stream()
                        .anyMatch(form -> form.opensFresh(task.getTaskDefinitionKey(), parameter.getName())))
                .forEach(parameter -> variables.put(
                        parameter.getName(), parameter.getValueProvider().getValue(execution)));
    }

    private static String taskOf(Command<?> command) {
        return ((AbstractGetFormVariablesCmd) command).resourceId;
    }
}
