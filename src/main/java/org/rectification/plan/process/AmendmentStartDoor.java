package org.rectification.plan.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rectification.engine.TaskEntries;
import org.rectification.engine.gate.ProcessStartDoor;
import org.rectification.engine.gate.StartAnswer;
import org.rectification.engine.gate.StartAnswers;
import org.rectification.plan.AmendmentStarts;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The clerk's start of an amendment, whichever engine door it came through. */
@Component
class AmendmentStartDoor implements ProcessStartDoor {

    private final AmendmentStarts starts;
    private final StartAnswers answers;
    private final ObjectMapper json;

    AmendmentStartDoor(AmendmentStarts starts, StartAnswers answers, ObjectMapper json) {
        this.starts = starts;
        this.answers = answers;
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
            return answers.malformed(Refusal.of(TaskEntries.ENTRY, "请使用提出方案调整表单填写后提交。"));
        }
        try {
            var entry = json.readValue(given, Entry.class);
            var opened = starts.open(actor, entry.roundNumber(), entry.batch(), entry.reason());
            return answers.started(
                    Map.of("amendmentId", opened.amendmentId()),
                    opened.process().processInstanceId(),
                    opened.process().processDefinitionId(),
                    null);
        } catch (JsonProcessingException e) {
            return answers.malformed(Refusal.of(TaskEntries.ENTRY, "填写内容不是有效的数据。"));
        } catch (Refusal refusal) {
            return answers.refused(refusal);
        }
    }
}
