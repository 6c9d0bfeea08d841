package org.rectification.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/**
 * Full history, except for what people type into forms and what forms show them: that belongs to the ledger, with its
 * own rules of who may read it, and would be kept a second time in the engine for everybody with access to history.
 */
class LedgerHistoryLevel extends HistoryLevelFull {

    private static final Set<String> LEFT_OUT = Set.of(TaskEntries.ENTRY, TaskEntries.VIEW);

    @Override
    public int getId() {
        return 30;
    }

    @Override
    public String getName() {
        return "ledger";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return !(entity instanceof VariableInstance variable && LEFT_OUT.contains(variable.getName()));
    }

    /** Makes the level known to the engine before it looks for the configured one. */
    @Component
    static class Plugin extends AbstractProcessEnginePlugin {

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            var levels = new java.util.ArrayList<org.camunda.bpm.engine.impl.history.HistoryLevel>();
            levels.add(new LedgerHistoryLevel());
            if (configuration.getCustomHistoryLevels() != null) {
                levels.addAll(configuration.getCustomHistoryLevels());
            }
            configuration.setCustomHistoryLevels(levels);
        }
    }
}
