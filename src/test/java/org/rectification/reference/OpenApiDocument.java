package org.rectification.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The OpenAPI description as the library makes it from the controllers, with what only we know: a summary for each door from
 * its docstring, rooms as tags, names of schemas that are told apart by their room, one order that never changes.
 */
final class OpenApiDocument {

    private static final String ROOT = "org.rectification.";
    private static final String ANYTHING = "com.fasterxml.jackson.databind.JsonNode";
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "Not something that this door takes.",
            "403", "Not this person's to do.",
            "404", "There is no such thing, or not for this person.",
            "409", "Somebody else was faster, or the content contradicts what is there: look again, then try again.",
            "422",
                    "Refused, with one Chinese sentence (message) and each field's own (violations); nothing was changed.");
    private static final List<String> VERBS = List.of("get", "put", "post", "delete", "patch");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES, YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private final Docstrings docs = new Docstrings();
    private final Map<String, HandlerMethod> handlers = new HashMap<>();
    private final ObjectNode root;

    OpenApiDocument(OpenApiWebMvcResource library, RequestMappingHandlerMapping doors) throws IOException {
        doors.getHandlerMethods()
                .forEach((door, handler) -> door.getPatternValues().forEach(path -> door.getMethodsCondition()
                        .getMethods()
                        .forEach(verb ->
                                handlers.put(verb.name().toLowerCase(java.util.Locale.ROOT) + " " + path, handler))));
        // Records of different rooms often bear the same short name.
        TypeNameResolver.std.setUseFqn(true);
        try {
            this.root = (ObjectNode) YAML.readTree(
                    library.openapiYaml(new MockHttpServletRequest(), "/v3/api-docs", java.util.Locale.ENGLISH));
        } finally {
            TypeNameResolver.std.setUseFqn(false);
        }
        about();
        operations();
        schemas();
    }

    /** Those doors that say nothing about themselves. */
    List<String> silent() {
        var silent = new ArrayList<String>();
        root.path("paths")
                .fields()
                .forEachRemaining(path -> VERBS.forEach(verb -> {
                    var operation = path.getValue().path(verb);
                    if (operation.isObject()
                            && operation.path("summary").asText().isEmpty()) {
                        silent.add(verb + " " + path.getKey());
                    }
                }));
        return silent;
    }

    /** Each room with how many doors it has. */
    Map<String, Integer> rooms() {
        var rooms = new TreeMap<String, Integer>();
        root.path("paths")
                .forEach(path -> VERBS.forEach(verb -> {
                    var tag = path.path(verb).path("tags").path(0).asText();
                    if (!tag.isEmpty()) {
                        rooms.merge(tag, 1, Integer::sum);
                    }
                }));
        return rooms;
    }

    String asYaml() throws IOException {
        var text = YAML.writeValueAsString(sorted(renamed(root)));
        return "# Generated from the controllers and their docstrings by OpenApiIT; do not edit.\n" + text;
    }

    private void about() {
        root.remove("servers");
        root.remove("tags");
        root.putObject("info")
                .put("title", "Inspection rectification")
                .put("version", "1")
                .put(
                        "description",
                        "Doors of the application for programs and its own pages. The engine's own doors below /engine-rest are"
                                + " described by its vendor; README.md says which of them people may use. What is not listed here is"
                                + " closed. Texts for people are Simplified Chinese. Days are ISO dates in Asia/Shanghai. A refusal is"
                                + " 422 with the sentence (message) and each field (violations); what a person may not see is 404.");
        var schemes = root.withObject("/components/securitySchemes");
        schemes.putObject("login").put("type", "http").put("scheme", "basic");
        root.putArray("security").addObject().putArray("login");
    }

    private void operations() {
        root.path("paths")
                .fields()
                .forEachRemaining(path -> VERBS.forEach(verb -> {
                    if (path.getValue().path(verb) instanceof ObjectNode operation) {
                        describe(operation, handlers.get(verb + " " + path.getKey()));
                    }
                }));
    }

    private void describe(ObjectNode operation, HandlerMethod handler) {
        sharedAnswers(operation.withObject("/responses"));
        var type = handler.getBeanType();
        var room = roomOf(type);
        operation.putArray("tags").add(room);
        operation.put(
                "operationId",
                decapitalised(type.getSimpleName().replaceFirst("Controller$", "")) + "."
                        + handler.getMethod().getName());
        var text = docs.of(type, handler.getMethod().getName());
        if (text.isEmpty()) {
            return;
        }
        operation.put("summary", firstSentence(text));
        if (!text.equals(firstSentence(text))) {
            operation.put(
                    "description", text.substring(firstSentence(text).length()).strip());
        }
    }

    /** How doors say no is the same everywhere, so it is described once. */
    private void sharedAnswers(ObjectNode responses) {
        var shared = root.withObject("/components/responses");
        responses.fields().forEachRemaining(answer -> {
            if (REFUSALS.containsKey(answer.getKey())) {
                shared.withObject("/" + answer.getKey()).put("description", REFUSALS.get(answer.getKey()));
                answer.setValue(YAML.createObjectNode().put("$ref", "#/components/responses/" + answer.getKey()));
            }
        });
    }

    private static String firstSentence(String text) {
        return text.replaceFirst("(?s)\\. .*", ".");
    }

    private static String roomOf(Class<?> type) {
        return type.getPackageName().replace(ROOT, "").replaceFirst("\\.web$", "");
    }

    private static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }

    private void schemas() {
        if (root.path("components").path("schemas") instanceof ObjectNode all && all.has(ANYTHING)) {
            all.putObject(ANYTHING).put("description", "Any JSON.");
        }
        root.path("components").path("schemas").fields().forEachRemaining(schema -> {
            try {
                describe((ObjectNode) schema.getValue(), Class.forName(schema.getKey()));
            } catch (ClassNotFoundException e) {
                // Maps and lists of the library's own have no source of ours.
            }
        });
    }

    private void describe(ObjectNode schema, Class<?> type) {
        var text = docs.of(type);
        if (!text.isEmpty()) {
            schema.put("description", text);
        }
        schema.path("properties").fields().forEachRemaining(property -> {
            var said = docs.ofComponent(type, property.getKey());
            if (!said.isEmpty() && property.getValue() instanceof ObjectNode target && !target.has("$ref")) {
                target.put("description", said);
            }
        });
    }

    /** Schemas by room and class, as people would say them: {@code meeting.MeetingLists.Row}. */
    private static JsonNode renamed(JsonNode node) throws IOException {
        var text = YAML.writeValueAsString(node);
        var names = new ArrayList<String>();
        node.path("components").path("schemas").fieldNames().forEachRemaining(names::add);
        names.sort(java.util.Comparator.comparing(String::length).reversed());
        for (var name : names) {
            text = text.replace(
                    name,
                    name.equals(ANYTHING) ? "Anything" : name.replace(ROOT, "").replace('$', '.'));
        }
        return YAML.readTree(text);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var copy = YAML.createArrayNode();
            array.forEach(each -> copy.add(sorted(each)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node instanceof TextNode text
                    ? TextNode.valueOf(text.asText().strip())
                    : node;
        }
        var fields = new TreeMap<String, JsonNode>();
        object.fields().forEachRemaining(field -> fields.put(field.getKey(), sorted(field.getValue())));
        var copy = YAML.createObjectNode();
        for (var first : List.of("openapi", "info", "title", "tags", "operationId", "summary", "description")) {
            if (fields.containsKey(first)) {
                copy.set(first, fields.remove(first));
            }
        }
        fields.forEach(copy::set);
        return copy;
    }
}
