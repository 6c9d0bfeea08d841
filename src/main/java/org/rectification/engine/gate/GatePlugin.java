package org.rectification.engine.gate;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/** Puts the gate in front of everything else, for both ways in which the engine runs commands. */
@Component
class GatePlugin extends AbstractProcessEnginePlugin {

    private final AllowedCommands allowed;
    private final QueryGuard queries;
    private final DoorAnswers answers;
    private ProcessEngine engine;

    GatePlugin(AllowedCommands allowed, QueryGuard queries, DoorAnswers answers) {
        this.allowed = allowed;
        this.queries = queries;
        this.answers = answers;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(
                outermost(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                outermost(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        engine = built;
    }

    private List<CommandInterceptor> outermost(List<CommandInterceptor> others) {
        var interceptors = new ArrayList<CommandInterceptor>();
        interceptors.add(new GateInterceptor(() -> engine, allowed, queries, answers));
        if (others != null) {
            interceptors.addAll(others);
        }
        return interceptors;
    }
}
