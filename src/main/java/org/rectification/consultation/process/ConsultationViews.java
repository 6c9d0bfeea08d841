package org.rectification.consultation.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.consultation.Consultations;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.engine.Markdown;
import org.rectification.engine.TaskEntries;
import org.rectification.period.ChineseDates;
import org.springframework.stereotype.Component;

/** What the forms of a consultation show. */
@Component("consultationViews")
public class ConsultationViews {

    private final Consultations consultations;
    private final TaskEntries entries;

    ConsultationViews(Consultations consultations, TaskEntries entries) {
        this.consultations = consultations;
        this.entries = entries;
    }

    public JsonValue of(String consultationId) {
        var each = consultations.get(consultationId);
        var view = new HashMap<String, Object>();
        view.put("body", each.body().label());
        view.put("requester", each.requester());
        view.put("question", Markdown.plain(each.question()));
        view.put("preferred", each.preferredOn() == null ? "未写明" : ChineseDates.day(each.preferredOn()));
        view.put(
                "findings",
                consultations.labels(consultationId).stream()
                        .map(label -> Map.of("finding", label))
                        .toList());
        view.put(
                "talk",
                each.talkAt() == null
                        ? ""
                        : ChineseDates.day(each.talkAt()
                                        .atZoneSameInstant(ShanghaiTime.ZONE)
                                        .toLocalDate())
                                + "，" + Markdown.plain(each.place()));
        view.put("heldOn", each.heldOn() == null ? "" : ChineseDates.day(each.heldOn()));
        view.put("advice", Markdown.plain(each.advice()));
        view.put("effect", Markdown.plain(each.effect()));
        view.put("minutesFile", each.minutesFile() == null ? "" : each.minutesFile());
        view.put("returnReason", Markdown.plain(each.returnReason()));
        return entries.of(view);
    }

    /** What was typed stands in the form again after the minutes were given back. */
    public JsonValue minutes(String consultationId) {
        var each = consultations.get(consultationId);
        var draft = new HashMap<String, Object>();
        if (each.advice() != null) {
            draft.put("heldOn", each.heldOn().toString());
            draft.put("advice", each.advice());
            draft.put("effect", each.effect());
        }
        return entries.of(draft);
    }
}
