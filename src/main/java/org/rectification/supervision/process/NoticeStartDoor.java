package org.rectification.supervision.process;

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
import org.rectification.refusal.Refusal;
import org.rectification.supervision.NoticeAddresses;
import org.rectification.supervision.NoticeTargets;
import org.rectification.supervision.TypedNotice;
import org.springframework.stereotype.Component;

/** A notice sent with the start form, whichever engine door it came through. */
@Component
class NoticeStartDoor implements ProcessStartDoor {

    private final NoticeAddresses addresses;
    private final NoticeTargets targets;
    private final StartAnswers answers;
    private final ObjectMapper json;

    NoticeStartDoor(NoticeAddresses addresses, NoticeTargets targets, StartAnswers answers, ObjectMapper json) {
        this.addresses = addresses;
        this.targets = targets;
        this.answers = answers;
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public String processKey() {
        return EngineNoticeProcess.KEY;
    }

    @Override
    public StartAnswer start(Map<String, Object> variables, String businessKey, String actor, Locale locale) {
        if (targets.senders(actor).isEmpty()) {
            return answers.forbidden(Refusal.of("督办由市级监督单位、镇纪委或者镇党委书记发出，您没有这项职责。"));
        }
        if (businessKey != null && !businessKey.isBlank()) {
            return answers.malformed(Refusal.of("businessKey", "督办的业务编号由系统产生，请留空。"));
        }
        if (!variables.keySet().equals(Set.of(TaskEntries.ENTRY))
                || !(variables.get(TaskEntries.ENTRY) instanceof String given)) {
            return answers.malformed(Refusal.of(TaskEntries.ENTRY, "请使用发出督办表单填写后提交。"));
        }
        try {
            var notice = addresses.send(actor, json.readValue(given, TypedNotice.class));
            return answers.started(
                    Map.of("noticeId", notice.id()),
                    notice.processInstanceId(),
                    notice.processDefinitionId(),
                    EngineNoticeProcess.businessKey(notice));
        } catch (JsonProcessingException e) {
            return answers.malformed(Refusal.of(StartAnswers.field(e), "填写内容不是有效的数据。"));
        } catch (Refusal refusal) {
            return answers.refused(refusal);
        }
    }
}
