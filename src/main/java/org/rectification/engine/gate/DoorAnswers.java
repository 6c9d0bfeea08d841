package org.rectification.engine.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Puts what the gate has to say into answers that both of the engine's HTTP doors pass on unchanged. */
@Component
class DoorAnswers {

    private static final int UNPROCESSABLE = 422;

    private static final String NOT_YOURS = "您没有办理此事项的权限。";
    private static final String UNKNOWN = "没有这一事项：可能已经办结，也可能不属于您的查看范围。";

    private final ObjectMapper json;

    DoorAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** The Chinese sentence and the field, as 422. */
    WebApplicationException refused(Refusal refusal) {
        return answer(UNPROCESSABLE, MediaType.APPLICATION_JSON, asText(StartAnswers.body(refusal)));
    }

    /**
     * A technical fault: what went wrong is for the log alone.
     *
     * @param number under which the log tells more
     */
    WebApplicationException fault(String number) {
        return answer(
                500,
                MediaType.APPLICATION_JSON,
                asText(Map.of(
                        "type",
                        "Fault",
                        "message",
                        "系统出现技术故障，没有办理成功，填写的内容仍在本页。请稍后再试；仍不成功的，请将编号" + number + "告知系统管理员。")));
    }

    /** The command is not for people, whoever they are. */
    WebApplicationException forbidden() {
        return answer(403, MediaType.APPLICATION_JSON, asText(Map.of("type", "Forbidden", "message", "此操作不对外开放。")));
    }

    /** Not this person's to do: the task, or what it is about, is somebody else's. */
    WebApplicationException notYours() {
        return answer(403, MediaType.APPLICATION_JSON, asText(Map.of("type", "Forbidden", "message", NOT_YOURS)));
    }

    /** For this person there is no such thing. */
    WebApplicationException unknown() {
        return answer(404, MediaType.APPLICATION_JSON, asText(Map.of("type", "NotFound", "message", UNKNOWN)));
    }

    /** What was sent is not something the command takes. */
    WebApplicationException badRequest(String message) {
        return answer(400, MediaType.APPLICATION_JSON, asText(Map.of("type", "InvalidRequest", "message", message)));
    }

    /** The engine's own representation of an instance, for a start that an application service carried out. */
    WebApplicationException started(StartAnswer answer) {
        var body = new LinkedHashMap<String, Object>();
        body.put("links", new Object[0]);
        body.put("id", answer.processInstanceId());
        body.put("definitionId", answer.processDefinitionId());
        body.put("businessKey", answer.businessKey());
        body.put("caseInstanceId", null);
        body.put("ended", false);
        body.put("suspended", false);
        body.put("tenantId", null);
        return answer(200, MediaType.APPLICATION_JSON, asText(body));
    }

    /** Carried out by the gate itself. */
    WebApplicationException done() {
        return new WebApplicationException(Response.noContent().build());
    }

    WebApplicationException answer(int status, String contentType, String body) {
        return new WebApplicationException(Response.status(status)
                .type(contentType + ";charset=UTF-8")
                .entity(body)
                .build());
    }

    private String asText(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
