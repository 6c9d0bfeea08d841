package org.rectification.models;

import static org.rectification.models.ModelFile.camunda;
import static org.rectification.models.ModelFile.children;
import static org.rectification.models.ModelFile.flagged;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Save points, dates, retention and versions: what the engine needs to be told in every model. */
final class EngineRules {

    private static final Set<String> SERVICES = Set.of("serviceTask", "sendTask", "businessRuleTask");
    private static final Map<String, String> BINDINGS = Map.of(
            "calledElement", "calledElementBinding", "formRef", "formRefBinding", "decisionRef", "decisionRefBinding");
    // What modelling tools write: Activity_0k3jd92, Flow_1abcdef, DecisionTable_0abcdef.
    private static final Pattern GENERATED =
            Pattern.compile(".*_[0-9][0-9a-z]{6}|[A-Z][A-Za-z]+_[0-9][0-9a-z]*|sid-.*");

    private EngineRules() {}

    /** After a person completes a task, what they did is saved before the machine goes on. */
    static List<String> personsWorkIsSaved(Models models, Code code) {
        return models.eachElement(
                (model, task) -> {
                    var problems = new ArrayList<String>();
                    if (!flagged(task, "asyncAfter")) {
                        follow(model, task, new HashSet<>(), problems);
                    }
                    return problems.stream();
                },
                "userTask");
    }

    private static void follow(ModelFile model, Element from, Set<Element> seen, List<String> problems) {
        for (Element flow : model.outgoing(from)) {
            var next = model.byId(flow.getAttribute("targetRef"));
            if (flagged(next, "asyncBefore") || !seen.add(next)) {
                continue;
            }
            if (SERVICES.contains(next.getLocalName())) {
                problems.add("no save point before " + next.getAttribute("id"));
            } else if (next.getLocalName().endsWith("Gateway") && !flagged(next, "asyncAfter")) {
                follow(model, next, seen, problems);
            }
        }
    }

    /** Children are created and joined one by one, each in a transaction of its own. */
    static List<String> childrenAreCreatedAndJoinedApart(Models models, Code code) {
        return models.eachElement(
                (model, activity) -> children(activity, "multiInstanceLoopCharacteristics").stream()
                        .flatMap(loop -> Stream.of(
                                flagged(activity, "asyncBefore") ? "" : "no asyncBefore on the multi-instance body",
                                flagged(loop, "asyncBefore") ? "" : "no asyncBefore on the inner activity",
                                flagged(loop, "asyncAfter") ? "" : "no asyncAfter on the inner activity"))
                        .filter(problem -> !problem.isEmpty()),
                "callActivity");
    }

    /** Dates come from the working-day calendar, so a model only asks for them. */
    static List<String> dateComesFromABean(Models models, Code code) {
        return models.eachElement((model, element) -> {
            var timer = element.getLocalName().matches("timeDate|timeDuration|timeCycle")
                    ? Stream.of(element.getTextContent().strip())
                    : Stream.<String>empty();
            var due = Stream.of(camunda(element, "dueDate"), camunda(element, "followUpDate"))
                    .filter(date -> !date.isEmpty());
            return Stream.concat(timer, due)
                    .filter(date -> !Expressions.isBeanCall(date))
                    .map(date -> "the date \"" + date + "\" is not a bean's");
        });
    }

    static List<String> retentionAndVersionAreGiven(Models models, Code code) {
        return models.all()
                .flatMap(model -> model.all("process", "decision")
                        .flatMap(element -> Stream.of("historyTimeToLive", "versionTag")
                                .filter(attribute -> camunda(element, attribute).isEmpty())
                                .map(attribute -> model.at(element, attribute + " is missing"))))
                .toList();
    }

    /** A running case keeps the forms, decisions and children of the deployment it began with. */
    static List<String> referenceIsBoundToTheDeployment(Models models, Code code) {
        return models.eachElement((model, element) -> BINDINGS.entrySet().stream()
                .filter(binding ->
                        !(camunda(element, binding.getKey()) + element.getAttribute(binding.getKey())).isEmpty())
                .filter(binding -> !camunda(element, binding.getValue()).equals("deployment"))
                .filter(binding -> !ModelFile.documentation(element).contains("绑定"))
                .map(binding -> binding.getValue() + " is not deployment")
                .sorted());
    }

    static List<String> referenceHasAModel(Models models, Code code) {
        var processes = models.bpmn().stream().flatMap(ModelFile::processIds).collect(Collectors.toSet());
        var decisions = models.dmn().stream().flatMap(ModelFile::decisionIds).collect(Collectors.toSet());
        return models.eachElement((model, element) -> {
            var process = element.getAttribute("calledElement");
            var decision = camunda(element, "decisionRef");
            return Stream.of(
                            process.isEmpty() || processes.contains(process)
                                    ? ""
                                    : "no model has the process " + process,
                            decision.isEmpty() || decisions.contains(decision)
                                    ? ""
                                    : "no model has the decision " + decision)
                    .filter(problem -> !problem.isEmpty());
        });
    }

    static List<String> idIsNotGenerated(Models models, Code code) {
        return models.all()
                .flatMap(model -> generatedIds(model).map(id -> model.name() + ": the id " + id + " is generated"))
                .toList();
    }

    static Stream<String> generatedIds(ModelFile model) {
        return model.all()
                .map(element -> element.getAttribute("id"))
                .filter(id -> GENERATED.matcher(id).matches());
    }

    /** The id's first part tells the element's kind. */
    static List<String> idNamesItsType(Models models, Code code) {
        return models.bpmn().stream()
                .flatMap(model -> Stream.concat(model.flowNodes(), model.all("sequenceFlow"))
                        .filter(element -> !element.getAttribute("id").matches(prefix(element) + "_[a-z][A-Za-z0-9]*"))
                        .map(element -> model.at(element, "the id does not begin with " + prefix(element) + "_")))
                .toList();
    }

    private static String prefix(Element element) {
        var type = element.getLocalName();
        if (type.equals("sequenceFlow")) {
            return "flow";
        }
        if (type.endsWith("Gateway")) {
            return "gateway";
        }
        return type.matches("boundaryEvent|intermediate\\w+Event") ? "event" : type;
    }
}
