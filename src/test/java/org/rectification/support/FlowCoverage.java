package org.rectification.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Remembers which sequence flows were taken, over all tests of one engine. Import it into a test: what one class of tests
 * leaves out, {@link #missing} names.
 */
public class FlowCoverage extends AbstractProcessEnginePlugin {

    private final Map<String, Set<String>> taken = new ConcurrentHashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var listeners = new ArrayList<>(
                engine.getCustomPostBPMNParseListeners() == null
                        ? List.of()
                        : engine.getCustomPostBPMNParseListeners());
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                flow.addListener(
                        ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> taken.computeIfAbsent(
                                        key(execution.getProcessDefinitionId()), id -> ConcurrentHashMap.newKeySet())
                                .add(flow.getId()));
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static String key(String processDefinitionId) {
        return processDefinitionId.substring(0, processDefinitionId.indexOf(':'));
    }

    /** Ids of the model's sequence flows that no test of this engine has taken; with every flow, every node is walked. */
    public Set<String> missing(RepositoryService repository, String processKey) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult();
        var walked = taken.getOrDefault(processKey, Set.of());
        return repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> !walked.contains(flow.getId()) && !eventHappened(flow, walked))
                .map(SequenceFlow::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The engine never takes a flow behind an event-based gateway: it goes on from the event that happened. */
    private static boolean eventHappened(SequenceFlow flow, Set<String> walked) {
        return flow.getSource() instanceof EventBasedGateway
                && flow.getTarget().getOutgoing().stream().anyMatch(next -> walked.contains(next.getId()));
    }
}
