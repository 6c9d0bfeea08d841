package org.rectification.support;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Which flow nodes and sequence flows of the deployed models were walked. Import it into a test and ask at the end. The
 * listener of the coverage library asks the engine for the definition with the rights of whoever is logged in, who may
 * not read it; this one asks nobody.
 */
public class FlowCoverage extends AbstractProcessEnginePlugin {

    private final Map<String, Set<String>> walked = new ConcurrentHashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                watch(process, walked.computeIfAbsent(process.getKey(), key -> ConcurrentHashMap.newKeySet()));
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private static void watch(ScopeImpl scope, Set<String> ids) {
        for (var activity : scope.getActivities()) {
            var id = activity.getId();
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> ids.add(id));
            for (var flow : activity.getOutgoingTransitions()) {
                var flowId = flow.getId();
                ((TransitionImpl) flow)
                        .addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) taken -> ids.add(flowId));
            }
            watch(activity, ids);
        }
    }

    /** Ids of what no test has walked yet in the model, such as {@code bpmn/sub-ledger.bpmn}. */
    public Set<String> missedIn(String file) {
        var model = Bpmn.readModelFromFile(new File(file));
        var process = model.getModelElementsByType(Process.class).iterator().next();
        var missed = new TreeSet<String>();
        collect(model.getModelElementsByType(FlowNode.class), missed);
        collect(model.getModelElementsByType(SequenceFlow.class), missed);
        var all = missed.size();
        var seen = walked.getOrDefault(process.getId(), Set.of());
        missed.removeAll(seen);
        model.getModelElementsByType(EventBasedGateway.class).stream()
                .flatMap(gateway -> gateway.getOutgoing().stream())
                .filter(flow -> seen.contains(flow.getTarget().getId()))
                .forEach(flow -> missed.remove(flow.getId())); // never taken: the engine goes on from the event itself
        System.out.printf(
                "Flow coverage of %s: %d %% of %d nodes and flows%n", file, 100 * (all - missed.size()) / all, all);
        return missed;
    }

    private static void collect(Collection<? extends FlowElement> elements, Set<String> ids) {
        elements.stream().map(FlowElement::getId).forEach(ids::add);
    }
}
