package org.rectification.supervision.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rectification.engine.TaskEntries;
import org.rectification.engine.gate.ProcessStartDoor;
import org.rectification.engine.gate.StartAnswer;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.supervision.NoticeAddresses;
import org.rectification.supervision.NoticeTargets;
import org.rectification.supervision.TypedNotice;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A notice sent with the start form, whichever engine door it came through. */
@Component
class NoticeStartDoor implements ProcessStartDoor {

    private static final String JSON = "application/json";
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    private final NoticeAddresses addresses;
    private final NoticeTargets targets;
    private final ObjectMapper json;

    NoticeStartDoor(NoticeAddresses addresses, NoticeTargets targets, ObjectMapper json) {
        this.addresses = addresses;
        this.targets = targets;
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public String processKey() {
        return EngineNoticeProcess.KEY;
    }

    @Override
    public StartAnswer start(Map<String, Object> variables, String businessKey, String actor, Locale locale) {
        if (targets.senders(actor).isEmpty()) {
            return refused(FORBIDDEN, Refusal.of("督办由市级监督单位、镇纪委或者镇党委书记发出，您没有这项职责。"));
        }
        if (businessKey != null && !businessKey.isBlank()) {
            return refused(BAD_REQUEST, Refusal.of("businessKey", "督办的业务编号由系统产生，请留空。"));
        }
        if (!variables.keySet().equals(Set.of(TaskEntries.ENTRY))
                || !(variables.get(TaskEntries.ENTRY) instanceof String given)) {
            return refused(BAD_REQUEST, Refusal.of(TaskEntries.ENTRY, "请使用发出督办表单填写后提交。"));
        }
        try {
            var notice = addresses.send(actor, json.readValue(given, TypedNotice.class));
            return StartAnswer.started(
                    text(Map.of("noticeId", notice.id())),
                    notice.processInstanceId(),
                    notice.processDefinitionId(),
                    EngineNoticeProcess.businessKey(notice));
        } catch (JsonProcessingException e) {
            return refused(BAD_REQUEST, Refusal.of(field(e), "填写内容不是有效的数据。"));
        } catch (Refusal refusal) {
            return refused(UNPROCESSABLE, refusal);
        }
    }

    private static String field(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                        && mapping.getPath().get(0).getFieldName() != null
                ? mapping.getPath().get(0).getFieldName()
                : TaskEntries.ENTRY;
    }

    /** Tasklist renders messages as trusted HTML. */
    private StartAnswer refused(int status, Refusal refusal) {
        List<Violation> all = refusal.violations().stream()
                .map(each -> new Violation(each.field(), HtmlUtils.htmlEscape(each.message(), "UTF-8")))
                .toList();
        return StartAnswer.refused(
                status,
                JSON,
                text(Map.of(
                        "type",
                        "Refusal",
                        "message",
                        String.join(" ", all.stream().map(Violation::message).toList()),
                        "field",
                        all.get(0).field(),
                        "violations",
                        all)));
    }

    private String text(Map<String, ?> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is plain data", e);
        }
    }
}
