package org.rectification.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * What people type into forms. A form submits one task-local JSON variable, {@code entry}; a task shows {@code view}.
 * Neither outlives its task.
 */
@Component("entries")
public class TaskEntries {

    public static final String ENTRY = "entry";
    public static final String VIEW = "view";

    private final ObjectMapper json;
    private final List<EntryCheck> checks;

    TaskEntries(ObjectMapper json, List<EntryCheck> checks) {
        this.checks = List.copyOf(checks);
        this.json = json.copy()
                .registerModule(new SimpleModule().addDeserializer(String.class, new EmptyIsNothing()))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    /** What a task's {@code entry} is before anybody typed. */
    public JsonValue blank() {
        return SpinValues.jsonValue("{}").create();
    }

    /** Turns a record, a map or a list into what a form can show. */
    public JsonValue of(Object content) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(content)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a form shows plain data only", e);
        }
    }

    /** @throws Refusal naming the field that is unknown, of the wrong kind, or does not pass an {@link EntryCheck} */
    public <T> T read(DelegateTask task, Class<T> type) {
        var entry = task.getVariable(ENTRY);
        if (entry == null) {
            throw Refusal.of("没有收到填写内容，请在表单中填写后提交。");
        }
        try {
            var text = entry instanceof SpinJsonNode node
                    ? node.toString()
                    : Spin.JSON(entry).toString();
            var read = json.readValue(text, type);
            JsonNode tree = json.readTree(text);
            checks.forEach(check -> check.check(task, tree));
            return read;
        } catch (UnrecognizedPropertyException e) {
            throw Refusal.of(path(e), "表单中没有这个栏目：" + path(e) + "。");
        } catch (JsonMappingException e) {
            throw Refusal.of(path(e), "栏目填写的内容类型不正确：" + path(e) + "。");
        } catch (JsonProcessingException e) {
            throw Refusal.of(ENTRY, "填写内容不是有效的数据。");
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** The form viewer sends an empty text for a field that somebody cleared: that is no text at all. */
    private static final class EmptyIsNothing extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        EmptyIsNothing() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || text.isBlank() ? null : text;
        }
    }
}
