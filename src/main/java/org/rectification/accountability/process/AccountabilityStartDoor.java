package org.rectification.accountability.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rectification.accountability.HandEntry;
import org.rectification.accountability.HandSuggestions;
import org.rectification.engine.TaskEntries;
import org.rectification.engine.gate.ProcessStartDoor;
import org.rectification.engine.gate.StartAnswer;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A supervisor's start of {@code accountability}, whichever engine door it came through. */
@Component
class AccountabilityStartDoor implements ProcessStartDoor {

    private static final String JSON = "application/json";
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    private final HandSuggestions suggestions;
    private final ObjectMapper json;

    AccountabilityStartDoor(HandSuggestions suggestions, ObjectMapper json) {
        this.suggestions = suggestions;
        this.json = json;
    }

    @Override
    public String processKey() {
        return EngineSuggestionProcess.KEY;
    }

    @Override
    public StartAnswer start(Map<String, Object> variables, String businessKey, String actor, Locale locale) {
        if (!suggestions.mayRaise(actor)) {
            return refused(FORBIDDEN, "Forbidden", "整改问责建议须由监督单位提出，您没有这项职责。", "");
        }
        if (businessKey != null && !businessKey.isBlank()) {
            return refused(BAD_REQUEST, "InvalidRequest", "整改问责建议不使用业务编号，请留空。", "businessKey");
        }
        if (!variables.keySet().equals(Set.of(TaskEntries.ENTRY))
                || !(variables.get(TaskEntries.ENTRY) instanceof String entry)) {
            return refused(BAD_REQUEST, "InvalidRequest", "请使用整改问责建议表单填写后提交。", TaskEntries.ENTRY);
        }
        try {
            var raised = suggestions.raise(actor, json.readValue(entry, HandEntry.class));
            return StartAnswer.started(
                    text(Map.of("suggestionId", raised.suggestionId())),
                    raised.processInstanceId(),
                    raised.processDefinitionId(),
                    null);
        } catch (JsonProcessingException e) {
            return refused(BAD_REQUEST, "InvalidRequest", "填写内容不是有效的数据。", field(e));
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private static String field(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? String.valueOf(mapping.getPath().get(0).getFieldName())
                : TaskEntries.ENTRY;
    }

    private StartAnswer refused(Refusal refusal) {
        var all = refusal.violations();
        var body = body(
                "Refusal",
                String.join(" ", all.stream().map(Refusal.Violation::message).toList()),
                all.get(0).field());
        body.put(
                "violations",
                all.stream()
                        .map(each -> Map.of("field", each.field(), "message", escaped(each.message())))
                        .toList());
        return StartAnswer.refused(UNPROCESSABLE, JSON, text(body));
    }

    private StartAnswer refused(int status, String type, String message, String field) {
        return StartAnswer.refused(status, JSON, text(body(type, message, field)));
    }

    private static Map<String, Object> body(String type, String message, String field) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("message", escaped(message));
        body.put("field", escaped(field));
        return body;
    }

    /** Tasklist renders messages as trusted HTML. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private String text(Map<String, ?> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is plain data", e);
        }
    }
}
