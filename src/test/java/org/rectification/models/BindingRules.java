package org.rectification.models;

import static org.rectification.models.ModelFile.camunda;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.springframework.util.StringUtils;
import org.w3c.dom.Element;

/** What a model calls in the code exists, fits, and is named like the element that calls it. */
final class BindingRules {

    /** What the engine itself puts at an expression's disposal. */
    private static final Set<String> ENGINE_OBJECTS =
            Set.of("execution", "task", "authenticatedUserId", "decisionResult");

    private BindingRules() {}

    /** Words such as {@code empty} and {@code not} belong to the expression language, even as a method's name. */
    static List<String> expressionCanBeRead(Models models, Code code) {
        var language = new Builder(Builder.Feature.METHOD_INVOCATIONS);
        return models.eachElement((model, element) -> Expressions.texts(element)
                .map(String::strip)
                .filter(text -> {
                    try {
                        return language.build(text) == null;
                    } catch (TreeBuilderException unreadable) {
                        return true;
                    }
                })
                .map(text -> text + " cannot be read"));
    }

    static List<String> bindingNamesABean(Models models, Code code) {
        return models.eachElement((model, element) -> {
            var delegate = camunda(element, "delegateExpression");
            var bean = Expressions.beanOf(delegate);
            var delegates = delegate.isEmpty() || code.beans().containsKey(bean)
                    ? Stream.<String>empty()
                    : Stream.of(delegate + " names no bean");
            var classes = camunda(element, "class").isEmpty()
                    ? Stream.<String>empty()
                    : Stream.of("binds the class " + camunda(element, "class") + ", not a bean");
            var calls = Expressions.texts(element)
                    .flatMap(text -> Expressions.calls(text).stream())
                    .filter(call -> !ENGINE_OBJECTS.contains(call.root()))
                    .flatMap(call -> problemOf(call, code));
            return Stream.of(delegates, classes, calls).flatMap(found -> found);
        });
    }

    private static Stream<String> problemOf(Expressions.Call call, Code code) {
        var type = code.beans().get(call.root());
        if (type == null) {
            return Stream.of(call.root() + "." + call.member() + " names no bean");
        }
        boolean fits = Arrays.stream(type.getMethods())
                .anyMatch(method -> call.arguments() < 0
                        ? method.getName().equals("get" + StringUtils.capitalize(call.member()))
                                || method.getName().equals("is" + StringUtils.capitalize(call.member()))
                        : method.getName().equals(call.member()) && method.getParameterCount() == call.arguments());
        return fits
                ? Stream.empty()
                : Stream.of(call.root() + " has no public " + call.member() + " with " + Math.max(call.arguments(), 0)
                        + " arguments");
    }

    static List<String> bindingHasTheRightType(Models models, Code code) {
        return models.eachElement((model, element) -> {
            var bean = Expressions.beanOf(camunda(element, "delegateExpression"));
            var type = code.beans().get(bean);
            if (type == null) {
                return Stream.empty();
            }
            var wanted =
                    switch (element.getLocalName()) {
                        case "taskListener" -> TaskListener.class;
                        case "executionListener" -> ExecutionListener.class;
                        default -> JavaDelegate.class;
                    };
            return wanted.isAssignableFrom(type)
                    ? Stream.empty()
                    : Stream.of(bean + " is no " + wanted.getSimpleName());
        });
    }

    static List<String> everyDelegateIsUsed(Models models, Code code) {
        var used = models.bpmn().stream()
                .flatMap(ModelFile::all)
                .map(element -> Expressions.beanOf(camunda(element, "delegateExpression")))
                .collect(Collectors.toSet());
        return code.glue().stream()
                .filter(type -> code.beans().entrySet().stream()
                        .noneMatch(bean -> bean.getValue() == type && used.contains(bean.getKey())))
                .map(type -> type.getSimpleName() + ": no model uses it")
                .sorted()
                .toList();
    }

    /** The task's phrase is the bean's and the class's; a delegate that one model uses twice is told apart by what follows. */
    static List<String> idBeanAndClassAgree(Models models, Code code) {
        return models.eachElement((model, element) -> {
            var delegate = camunda(element, "delegateExpression");
            if (delegate.isEmpty()) {
                return Stream.empty();
            }
            var bean = Expressions.beanOf(delegate);
            var suffix = element.getLocalName().endsWith("Listener") ? "Listener" : "Delegate";
            var task = ModelFile.owner(element).getAttribute("id");
            boolean named = !decidesForTheTask(element)
                    || task.matches("\\w+?_" + bean.replaceFirst(suffix + "$", "") + "([A-Z]\\w*)?");
            var type = code.beans().get(bean);
            return Stream.of(
                            named ? "" : bean + " is not named like its element",
                            bean.endsWith(suffix) ? "" : bean + " does not end in " + suffix,
                            type == null
                                            || StringUtils.uncapitalize(type.getSimpleName())
                                                    .equals(bean)
                                    ? ""
                                    : bean + " is the class " + type.getSimpleName())
                    .filter(problem -> !problem.isEmpty());
        });
    }

    /** A task's own delegate and what runs on its completion; further listeners only need the ending. */
    private static boolean decidesForTheTask(Element element) {
        return switch (element.getLocalName()) {
            case "taskListener" -> "complete".equals(element.getAttribute("event"));
            case "executionListener" -> false;
            default -> true;
        };
    }

    static List<String> variableIsNotNamedLikeABean(Models models, Code code) {
        return models.eachElement((model, element) -> Stream.of(
                        element.getLocalName().matches("(input|output)Parameter") ? element.getAttribute("name") : "",
                        element.getLocalName().matches("in|out") ? element.getAttribute("target") : "",
                        camunda(element, "elementVariable"),
                        camunda(element, "resultVariable"))
                .filter(name -> code.beans().containsKey(name))
                .map(name -> "variable " + name + " is named like a bean"));
    }

    /** A constant of a process class stands for something that a model writes: an id, a code, a variable. */
    static List<String> constantHasAnElement(Models models, Code code) {
        var written = models.bpmn().stream()
                .flatMap(ModelFile::all)
                .flatMap(Expressions::words)
                .collect(Collectors.toSet());
        return code.constants().entrySet().stream()
                .filter(constant -> !written.contains(constant.getValue()))
                .map(constant -> constant.getKey() + ": no model has " + constant.getValue())
                .sorted()
                .toList();
    }
}
