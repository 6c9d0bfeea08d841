package org.rectification.models;

import static org.rectification.models.ModelFile.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.w3c.dom.Element;

/** Every task has a form, every form a task, and a form writes nothing but {@code entry}. */
final class FormRules {

    private static final Pattern FORM_KEY =
            Pattern.compile("(?:embedded|camunda-forms):deployment:forms/([\\w-]+\\.\\w+)");
    private static final Pattern PAGE_VARIABLE = Pattern.compile("cam-variable-name=\"([^\"]*)\"");
    private static final Set<String> ROOTS = Set.of("entry", "view");

    private FormRules() {}

    static List<String> formReferenceHasAFile(Models models, Code code) {
        return models.eachElement((model, element) -> {
            var reference = camunda(element, "formRef");
            var key = camunda(element, "formKey");
            var file = fileOf(key);
            return Stream.of(
                            reference.isEmpty() || models.forms().containsKey(kebab(reference) + ".form")
                                    ? ""
                                    : "no form " + kebab(reference) + ".form",
                            key.isEmpty()
                                            || models.pages().containsKey(file)
                                            || models.forms().containsKey(file)
                                    ? ""
                                    : "no form for the key " + key)
                    .filter(problem -> !problem.isEmpty());
        });
    }

    static List<String> formFileIsReferenced(Models models, Code code) {
        var used = models.bpmn().stream()
                .flatMap(ModelFile::all)
                .flatMap(element ->
                        Stream.of(kebab(camunda(element, "formRef")) + ".form", fileOf(camunda(element, "formKey"))))
                .collect(Collectors.toSet());
        return Stream.concat(models.forms().keySet().stream(), models.pages().keySet().stream())
                .filter(file -> !used.contains(file))
                .map(file -> file + ": no model uses it")
                .toList();
    }

    static List<String> formIdAndFileAgree(Models models, Code code) {
        return models.forms().entrySet().stream()
                .filter(form ->
                        !form.getKey().equals(kebab(form.getValue().path("id").asText()) + ".form"))
                .map(form -> form.getKey() + ": holds the form "
                        + form.getValue().path("id").asText())
                .toList();
    }

    /** A task shows {@code view} and submits {@code entry}; anything else would land on the process instance. */
    static List<String> fieldIsUnderEntryOrView(Models models, Code code) {
        var problems = new ArrayList<String>();
        models.forms().forEach((file, form) -> fields(form, "")
                .filter(path -> !ROOTS.contains(root(path)))
                .forEach(path -> problems.add(file + ": field " + path + " is neither under entry nor under view")));
        models.bpmn().stream()
                .flatMap(model -> model.all("userTask"))
                .map(task -> fileOf(camunda(task, "formKey")))
                .distinct()
                .filter(models.pages()::containsKey)
                .forEach(file -> PAGE_VARIABLE
                        .matcher(models.pages().get(file))
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !ROOTS.contains(name))
                        .forEach(name -> problems.add(file + ": variable " + name + " is neither entry nor view")));
        return problems;
    }

    /** Data paths of all fields; groups and lists put their own path before those inside. */
    private static Stream<String> fields(JsonNode component, String prefix) {
        var path = join(prefix, component.path("path").asText());
        var own = component.path("key").asText();
        var source = component.path("dataSource").asText().replaceFirst("^=\\s*", "");
        var inside = StreamSupport.stream(component.path("components").spliterator(), false)
                .flatMap(child -> fields(child, path));
        var itself = Stream.of(own.isEmpty() ? "" : join(path, own), source).filter(one -> !one.isEmpty());
        return Stream.concat(itself, inside);
    }

    private static String join(String prefix, String path) {
        return prefix.isEmpty() || path.isEmpty() ? prefix + path : prefix + "." + path;
    }

    private static String root(String path) {
        return path.replaceFirst("[^\\w].*$", "");
    }

    static List<String> userTaskHasAForm(Models models, Code code) {
        return models.eachElement(
                (model, task) -> camunda(task, "formRef").isEmpty()
                                && camunda(task, "formKey").isEmpty()
                        ? Stream.of("has no form")
                        : Stream.empty(),
                "userTask");
    }

    static List<String> userTaskHasAnEntry(Models models, Code code) {
        return models.eachElement(
                (model, task) -> ModelFile.extensions(task, "inputOutput", "inputParameter")
                                .anyMatch(parameter ->
                                        parameter.getAttribute("name").equals("entry"))
                        ? Stream.empty()
                        : Stream.of("does not pre-set entry"),
                "userTask");
    }

    /** Names that people read in models and forms are Chinese; an expression or an abbreviation they know may be inside. */
    static List<String> visibleNameIsChinese(Models models, Code code) {
        var problems = new ArrayList<String>();
        models.all().forEach(model -> model.all()
                .filter(FormRules::isVisible)
                .flatMap(element -> Stream.of("name", "label")
                        .map(element::getAttribute)
                        .filter(FormRules::isForeign)
                        .map(text -> model.at(element, "\"" + text + "\" is not Chinese")))
                .forEach(problems::add));
        models.forms().forEach((file, form) -> texts(form)
                .filter(FormRules::isForeign)
                .forEach(text -> problems.add(file + ": \"" + text + "\" is not Chinese")));
        return problems;
    }

    private static boolean isVisible(Element element) {
        return ModelFile.isFlowNode().test(element)
                || Set.of("process", "sequenceFlow", "participant", "lane", "decision", "input", "formField")
                        .contains(element.getLocalName())
                || (element.getLocalName().equals("output") && !element.hasAttribute("name"));
    }

    private static Stream<String> texts(JsonNode component) {
        var own = Stream.of("label", "text", "description")
                .map(name -> component.path(name).asText())
                .map(text -> text.startsWith("=") ? "" : text);
        var inside = Stream.of("components", "values", "columns")
                .flatMap(name -> StreamSupport.stream(component.path(name).spliterator(), false))
                .flatMap(FormRules::texts);
        return Stream.concat(own, inside);
    }

    private static boolean isForeign(String text) {
        var read = text.replaceAll("[#$]\\{[^}]*}|\\{\\{.*?}}|<[^>]*>|]\\([^)]*\\)", "")
                .replaceAll("\\b(Excel|Word|PDF|SHA-256|GB/T)\\b", "");
        return !text.isBlank()
                && (read.matches("(?s).*[A-Za-z]{3,}.*")
                        || (read.matches("(?s).*[A-Za-z].*")
                                && read.codePoints().noneMatch(Character::isIdeographic)));
    }

    private static String fileOf(String formKey) {
        var matcher = FORM_KEY.matcher(formKey);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static String kebab(String lowerCamel) {
        return lowerCamel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
