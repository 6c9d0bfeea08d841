package org.rectification.people;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;

/** The smallest process with a task for a named person beside one for a body: shows who sees what of a running case. */
final class RightsProbe {

    static final String PROCESS = "rightsProbe";

    private final ProcessEngine engine;

    RightsProbe(ProcessEngine engine) {
        this.engine = engine;
        var model = Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .parallelGateway("gateway_both")
                .userTask("userTask_held")
                .camundaAssignee("${who}")
                .camundaDueDate("${due}")
                .endEvent()
                .moveToNode("gateway_both")
                .userTask("userTask_offered")
                .camundaCandidateGroups("inspection-office")
                .camundaDueDate("${due}")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .name(PROCESS)
                .enableDuplicateFiltering(true)
                .addModelInstance("rights-probe.bpmn", model)
                .deploy();
    }

    /** @param organisationId null: an instance like a round's own, about no single organisation */
    String start(String organisationId, String who) {
        return start(organisationId, who, new Date(0));
    }

    String start(String organisationId, String who, Date due) {
        var variables = new HashMap<String, Object>(Map.of("who", who, "due", due));
        if (organisationId != null) {
            variables.put("organisationId", organisationId);
        }
        return engine.getRuntimeService()
                .startProcessInstanceByKey(PROCESS, variables)
                .getId();
    }

    Task held(String instance) {
        return task(instance, "userTask_held");
    }

    Task offered(String instance) {
        return task(instance, "userTask_offered");
    }

    private Task task(String instance, String element) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(element)
                .singleResult();
    }
}
