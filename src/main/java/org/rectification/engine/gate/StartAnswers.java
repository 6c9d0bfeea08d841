package org.rectification.engine.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rectification.engine.TaskEntries;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What the doors of start forms answer, in the same words and shape as the gate itself. */
@Component
public class StartAnswers {

    private static final String JSON = "application/json";
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    private final ObjectMapper json;

    StartAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** @param known what the caller is told about the thing that was started */
    public StartAnswer started(
            Map<String, ?> known, String processInstanceId, String processDefinitionId, String businessKey) {
        return StartAnswer.started(text(known), processInstanceId, processDefinitionId, businessKey);
    }

    /** The ledger says no. */
    public StartAnswer refused(Refusal refusal) {
        return answer(UNPROCESSABLE, refusal);
    }

    /** Not this person's to start. */
    public StartAnswer forbidden(Refusal refusal) {
        return answer(FORBIDDEN, refusal);
    }

    /** What was sent is not what the form sends. */
    public StartAnswer malformed(Refusal refusal) {
        return answer(BAD_REQUEST, refusal);
    }

    /** Something that is no refusal of the ledger's, in the caller's own shape. */
    public StartAnswer other(int status, Map<String, ?> body) {
        return StartAnswer.refused(status, JSON, text(body));
    }

    /** The field that could not be read; the whole entry where none is named. */
    public static String field(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                        && mapping.getPath().get(0).getFieldName() != null
                ? mapping.getPath().get(0).getFieldName()
                : TaskEntries.ENTRY;
    }

    private StartAnswer answer(int status, Refusal refusal) {
        return StartAnswer.refused(status, JSON, text(body(refusal)));
    }

    /** Tasklist renders messages as trusted HTML, so they are escaped here. */
    static Map<String, Object> body(Refusal refusal) {
        var violations = refusal.violations().stream()
                .map(violation -> Map.of(
                        "field", violation.field(), "message", HtmlUtils.htmlEscape(violation.message(), "UTF-8")))
                .toList();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "Refusal");
        body.put(
                "message",
                String.join(
                        " ",
                        violations.stream().map(each -> each.get("message")).toList()));
        body.put("field", violations.get(0).get("field"));
        body.put("violations", violations);
        return body;
    }

    private String text(Map<String, ?> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is plain data", e);
        }
    }
}
