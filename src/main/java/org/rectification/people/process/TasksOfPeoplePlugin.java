package org.rectification.people.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Hangs on every user task of every model what holds for all of them: substitutes and follow-up dates. */
@Component
class TasksOfPeoplePlugin extends AbstractProcessEnginePlugin {

    private final OffersToSubstitutes offer;
    private final ActsInPlaceOf act;
    private final FollowUpDates followUp;

    TasksOfPeoplePlugin(OffersToSubstitutes offer, ActsInPlaceOf act, FollowUpDates followUp) {
        this.offer = offer;
        this.act = act;
        this.followUp = followUp;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, followUp::on);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, followUp::on);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, offer::on);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, act::on);
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }
}
