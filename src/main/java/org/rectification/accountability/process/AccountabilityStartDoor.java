package org.rectification.accountability.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rectification.accountability.HandEntry;
import org.rectification.accountability.HandSuggestions;
import org.rectification.engine.TaskEntries;
import org.rectification.engine.gate.ProcessStartDoor;
import org.rectification.engine.gate.StartAnswer;
import org.rectification.engine.gate.StartAnswers;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A supervisor's start of {@code accountability}, whichever engine door it came through. */
@Component
class AccountabilityStartDoor implements ProcessStartDoor {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private final HandSuggestions suggestions;
    private final StartAnswers answers;
    private final ObjectMapper json;

    AccountabilityStartDoor(HandSuggestions suggestions, StartAnswers answers, ObjectMapper json) {
        this.suggestions = suggestions;
        this.answers = answers;
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
            return answers.started(
                    Map.of("suggestionId", raised.suggestionId()),
                    raised.processInstanceId(),
                    raised.processDefinitionId(),
                    null);
        } catch (JsonProcessingException e) {
            return refused(BAD_REQUEST, "InvalidRequest", "填写内容不是有效的数据。", StartAnswers.field(e));
        } catch (Refusal refusal) {
            return answers.refused(refusal);
        }
    }

    private StartAnswer refused(int status, String type, String message, String field) {
        return answers.other(status, Map.of("type", type, "message", escaped(message), "field", escaped(field)));
    }

    /** Tasklist renders messages as trusted HTML. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
