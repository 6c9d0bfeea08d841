package org.rectification.engine.web;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;

/** One task with a form that has a field of each kind that speaks for itself. */
final class FormProbe {

    private static final String PROCESS = "formProbe";

    private static final String FORM =
            """
            {
              "id": "formProbe",
              "type": "default",
              "schemaVersion": 16,
              "executionPlatform": "Camunda Platform",
              "executionPlatformVersion": "7.24.0",
              "components": [
                {"id": "reason", "type": "textfield", "key": "reason", "label": "理由", "validate": {"required": true}},
                {"id": "verdict", "type": "select", "key": "verdict", "label": "意见",
                 "values": [{"label": "同意", "value": "yes"}], "validate": {"required": true}},
                {"id": "day", "type": "datetime", "subtype": "date", "key": "day", "dateLabel": "日期"},
                {"id": "rows", "type": "dynamiclist", "path": "rows", "label": "措施", "isRepeating": true,
                 "allowAddRemove": true, "defaultRepetitions": 1,
                 "components": [{"id": "text", "type": "textfield", "key": "text", "label": "内容"}]},
                {"id": "log", "type": "table", "label": "记录", "dataSource": "=log",
                 "columns": [{"key": "at", "label": "时间"}]}
              ]
            }
            """;

    private final ProcessEngine engine;

    FormProbe(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Returns the id of a new task of this person. */
    String taskFor(String login) {
        var model = Bpmn.createExecutableProcess(PROCESS)
                .name("填写表单")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("userTask_probe")
                .name("填写表单（演示）")
                .camundaAssignee("${who}")
                .camundaFormRef(PROCESS)
                .camundaFormRefBinding("deployment")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .name(PROCESS)
                .addModelInstance("form-probe.bpmn", model)
                .addString("form-probe.form", FORM)
                .deploy();
        var instance = engine.getRuntimeService()
                .startProcessInstanceByKey(PROCESS, Map.of("who", login, "organisationId", "qingxi-town"));
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }
}
