package org.rectification.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Whatever is thrown is caught, and whatever is waited for can come. */
final class EventRules {

    private static final Pattern THROWN_ERROR = Pattern.compile("new\\s+BpmnError\\(\\s*(\"[^\"]+\"|[\\w.]+)");
    private static final Pattern SENT_MESSAGE = Pattern.compile("\\b(?:createMessageCorrelation|correlateMessage"
            + "|correlateMessageAsync|startProcessInstanceByMessage|messageEventReceived|messageEventSubscriptionName)"
            + "\\(\\s*(\"[^\"]+\"|[\\w.]+)");
    private static final Pattern CONSTANT = Pattern.compile("static\\s+final\\s+String\\s+(\\w+)\\s*=\\s*\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\n]+)\"");
    private static final Set<String> NAMED = Set.of("error", "escalation", "message");

    private EventRules() {}

    /** A kind of event: how a model writes it and what its name is. */
    private record Kind(String definition, String reference, String declaration, String nameAttribute) {
        static final Kind ERROR = new Kind("errorEventDefinition", "errorRef", "error", "errorCode");
        static final Kind ESCALATION =
                new Kind("escalationEventDefinition", "escalationRef", "escalation", "escalationCode");
        static final Kind MESSAGE = new Kind("messageEventDefinition", "messageRef", "message", "name");

        String nameOf(ModelFile model, Element event) {
            var id = event.getAttribute(reference).replaceFirst("^\\w+:", "");
            return model.all(declaration)
                    .filter(declared -> declared.getAttribute("id").equals(id))
                    .map(declared -> declared.getAttribute(nameAttribute))
                    .findFirst()
                    .orElse("");
        }
    }

    static List<String> thrownIsCaught(Models models, Code code) {
        var problems = new ArrayList<String>();
        for (Kind kind : List.of(Kind.ERROR, Kind.ESCALATION, Kind.MESSAGE)) {
            var caught = events(models, kind, false).keySet();
            // A catching event without a name catches every error or escalation.
            if (caught.contains("") && kind != Kind.MESSAGE) {
                continue;
            }
            events(models, kind, true).forEach((name, place) -> {
                if (!caught.contains(name)) {
                    problems.add(place + ": " + kind.declaration() + " " + name + " is never caught");
                }
            });
        }
        problems.addAll(uncaught(models, code, THROWN_ERROR, Kind.ERROR));
        problems.addAll(uncaught(models, code, SENT_MESSAGE, Kind.MESSAGE));
        return problems;
    }

    private static List<String> uncaught(Models models, Code code, Pattern call, Kind kind) {
        var caught = events(models, kind, false).keySet();
        return code.sources().entrySet().stream()
                .flatMap(source -> call.matcher(source.getValue())
                        .results()
                        .map(match -> resolve(match.group(1), source.getValue(), code))
                        .filter(name -> !name.isEmpty() && !caught.contains(name))
                        .map(name -> source.getKey() + ": " + kind.declaration() + " " + name + " is never caught"))
                .toList();
    }

    /** The text behind a literal or a constant; empty for a parameter, whose value the caller names. */
    private static String resolve(String argument, String source, Code code) {
        if (argument.startsWith("\"")) {
            return argument.substring(1, argument.length() - 1);
        }
        int dot = argument.lastIndexOf('.');
        var where = dot < 0
                ? source
                : code.sources().getOrDefault(argument.substring(0, dot).replaceFirst("^.*\\.", "") + ".java", "");
        var name = argument.substring(dot + 1);
        return CONSTANT.matcher(where)
                .results()
                .filter(match -> match.group(1).equals(name))
                .map(match -> match.group(2))
                .findFirst()
                .orElse("");
    }

    static List<String> caughtIsThrown(Models models, Code code) {
        var written = code.sources().values().stream()
                .flatMap(source -> TEXT.matcher(source).results().map(match -> match.group(1)))
                .collect(Collectors.toSet());
        var problems = new ArrayList<String>();
        for (Kind kind : List.of(Kind.ERROR, Kind.ESCALATION, Kind.MESSAGE)) {
            var thrown = events(models, kind, true).keySet();
            events(models, kind, false).forEach((name, place) -> {
                if (!name.isEmpty() && !thrown.contains(name) && !written.contains(name)) {
                    problems.add(place + ": " + kind.declaration() + " " + name + " is never thrown");
                }
            });
        }
        return problems;
    }

    /** Names of one kind that the models throw or catch, each with one place where they do. */
    private static Map<String, String> events(Models models, Kind kind, boolean thrown) {
        var found = new TreeMap<String, String>();
        models.bpmn().forEach(model -> model.all(kind.definition()).forEach(definition -> {
            var event = ModelFile.owner(definition);
            if (thrown == event.getLocalName().matches("endEvent|intermediateThrowEvent|sendTask")) {
                found.putIfAbsent(kind.nameOf(model, definition), model.name() + " " + event.getAttribute("id"));
            }
        }));
        if (kind == Kind.MESSAGE && !thrown) {
            models.bpmn().forEach(model -> model.all("receiveTask")
                    .forEach(task ->
                            found.putIfAbsent(kind.nameOf(model, task), model.name() + " " + task.getAttribute("id"))));
        }
        return found;
    }

    /** {@code processId.eventPhrase}; an error inside one process may be a plain lowerCamel state. */
    static List<String> eventNameFollowsTheRule(Models models, Code code) {
        var processes = new TreeSet<>(
                models.bpmn().stream().flatMap(ModelFile::processIds).toList());
        return models.bpmn().stream()
                .flatMap(model -> model.all(NAMED.toArray(String[]::new))
                        .filter(element ->
                                element.getParentNode().getLocalName().equals("definitions"))
                        .flatMap(declared -> {
                            var name =
                                    switch (declared.getLocalName()) {
                                        case "error" -> declared.getAttribute("errorCode");
                                        case "escalation" -> declared.getAttribute("escalationCode");
                                        default -> declared.getAttribute("name");
                                    };
                            boolean scoped = name.matches("[a-z]\\w*\\.[a-z]\\w*")
                                    && processes.contains(name.substring(0, name.indexOf('.')));
                            boolean state =
                                    !declared.getLocalName().equals("message") && name.matches("[a-z][A-Za-z0-9]*");
                            return scoped || state
                                    ? Stream.<String>empty()
                                    : Stream.of(model.name() + " " + declared.getAttribute("id") + ": the "
                                            + declared.getLocalName() + " name \"" + name
                                            + "\" is not processId.eventPhrase");
                        }))
                .toList();
    }
}
