package org.rectification.plan.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rectification.engine.TaskEntries;
import org.rectification.engine.gate.ProcessStartDoor;
import org.rectification.engine.gate.StartAnswer;
import org.rectification.plan.AmendmentStarts;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The clerk's start of an amendment, whichever engine door it came through. */
@Component
class AmendmentStartDoor implements ProcessStartDoor {

    private static final String JSON = "application/json";
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final AmendmentStarts starts;
    private final ObjectMapper json;

    AmendmentStartDoor(AmendmentStarts starts, ObjectMapper json) {
        this.starts = starts;
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    record Entry(@Nullable String roundNumber, @Nullable String batch, @Nullable String reason) {}

    @Override
    public String processKey() {
        return EngineAmendmentProcess.KEY;
    }

    @Override
    public StartAnswer start(Map<String, Object> variables, String businessKey, String actor, Locale locale) {
        if (businessKey != null && !businessKey.isBlank()
                || !variables.keySet().equals(Set.of(TaskEntries.ENTRY))
                || !(variables.get(TaskEntries.ENTRY) instanceof String given)) {
            return refused(BAD_REQUEST, Refusal.of(TaskEntries.ENTRY, "请使用提出方案调整表单填写后提交。"));
        }
        try {
            var entry = json.readValue(given, Entry.class);
            var opened = starts.open(actor, entry.roundNumber(), entry.batch(), entry.reason());
            return StartAnswer.started(
                    text(Map.of("amendmentId", opened.amendmentId())),
                    opened.process().processInstanceId(),
                    opened.process().processDefinitionId(),
                    null);
        } catch (JsonProcessingException e) {
            return refused(BAD_REQUEST, Refusal.of(TaskEntries.ENTRY, "填写内容不是有效的数据。"));
        } catch (Refusal refusal) {
            return refused(UNPROCESSABLE, refusal);
        }
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
