package org.rectification.engine.gate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whoever starts a process, and by whichever command: the capability that owns it decides. Called processes have no owner here. */
@Component
class StartRules {

    private final ObjectProvider<ProcessStartDoor> doors;
    private final DoorAnswers answers;
    private final ObjectProvider<ProcessEngine> engine;

    StartRules(ObjectProvider<ProcessStartDoor> doors, DoorAnswers answers, ObjectProvider<ProcessEngine> engine) {
        this.doors = doors;
        this.answers = answers;
        this.engine = engine;
    }

    void start(Command<?> command, Authentication person) {
        ProcessInstantiationBuilderImpl wish = CommandFields.read(command, "instantiationBuilder");
        var key = wish.getProcessDefinitionKey() != null
                ? wish.getProcessDefinitionKey()
                : keyOf(wish.getProcessDefinitionId());
        handOver(key, wish.getVariables(), wish.getBusinessKey(), person);
    }

    void submitForm(Command<?> command, Authentication person) {
        handOver(
                keyOf(CommandFields.read(command, "processDefinitionId")),
                CommandFields.read(command, "variables"),
                CommandFields.read(command, "businessKey"),
                person);
    }

    private void handOver(String processKey, Map<String, Object> variables, String businessKey, Authentication person) {
        // Looked up per start: the owners of processes need the engine, which needs the gate.
        var door = doors.stream()
                .filter(each -> each.processKey().equals(processKey))
                .findFirst()
                .orElseThrow(answers::forbidden);
        var locale = EngineDoor.current() == null
                ? Locale.SIMPLIFIED_CHINESE
                : EngineDoor.current().locale();
        // The application service checks the person itself; towards the engine it acts in its own right.
        var answer = Trusted.call(
                engine.getObject(), () -> door.start(asSent(variables), businessKey, person.getUserId(), locale));
        throw answer.isStarted()
                ? answers.started(answer)
                : answers.answer(answer.status(), answer.contentType(), answer.body());
    }

    private String keyOf(String definitionId) {
        var definition = Trusted.call(engine.getObject(), () -> engine.getObject()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult());
        return definition == null ? "" : definition.getKey();
    }

    private static Map<String, Object> asSent(Map<String, Object> variables) {
        var sent = new LinkedHashMap<String, Object>();
        if (variables != null) {
            var typed = Variables.fromMap(variables);
            typed.keySet().forEach(name -> sent.put(name, plain(typed.getValueTyped(name))));
        }
        return sent;
    }

    /** The text of a JSON value; nothing else is ever read, and no object is made of what a client sent. */
    private static Object plain(TypedValue value) {
        return value instanceof JsonValue json ? json.getValueSerialized() : null;
    }
}
