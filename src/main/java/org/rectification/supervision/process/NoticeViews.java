package org.rectification.supervision.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.Markdown;
import org.rectification.engine.TaskEntries;
import org.rectification.file.FileCard;
import org.rectification.period.ChineseDates;
import org.rectification.supervision.Notice;
import org.rectification.supervision.NoticeDesk;
import org.rectification.supervision.NoticeReadings;
import org.rectification.supervision.NoticeReadings.Answer;
import org.rectification.supervision.NoticeReadings.Sheet;
import org.springframework.stereotype.Component;

/** What the forms of a notice show. */
@Component("noticeViews")
public class NoticeViews {

    private final NoticeReadings readings;
    private final NoticeDesk desk;
    private final TaskEntries entries;

    NoticeViews(NoticeReadings readings, NoticeDesk desk, TaskEntries entries) {
        this.readings = readings;
        this.desk = desk;
        this.entries = entries;
    }

    public JsonValue of(String noticeId) {
        var sheet = readings.sheet(noticeId);
        var notice = sheet.notice();
        var view = new HashMap<String, Object>();
        view.put("heading", heading(notice));
        view.put("facts", facts(notice));
        view.put("demand", Markdown.plain(notice.demand()));
        view.put(
                "findings",
                sheet.findings().stream()
                        .map(each -> Map.of("finding", each.label()))
                        .toList());
        view.put("story", story(sheet));
        view.put("reminder", reminder(sheet));
        view.put("nameNeeded", desk.nameNeeded(noticeId));
        view.put("toSecretary", notice.toSecretary());
        view.put("toVillage", notice.toVillage());
        return entries.of(view);
    }

    /** The county goes on with the township's words unless it writes its own. */
    public JsonValue takeUp(String noticeId) {
        return entries.of(Map.of("demand", desk.get(noticeId).demand()));
    }

    private static String heading(Notice notice) {
        return notice.label()
                + (notice.documentNumber() == null ? "" : "（" + Markdown.plain(notice.documentNumber()) + "）")
                + "：" + Markdown.plain(notice.title());
    }

    private static String facts(Notice notice) {
        return notice.sender().label() + "发给" + Markdown.plain(notice.place()) + "，" + ChineseDates.day(notice.sentOn())
                + "发出，回复期限：" + ChineseDates.day(notice.replyDueOn());
    }

    /** What was answered and said about it, in order. */
    private static String story(Sheet sheet) {
        var lines = sheet.replies().stream().map(NoticeViews::answer).toList();
        return lines.isEmpty() ? "" : String.join("\n\n", lines);
    }

    private static String answer(Answer answer) {
        var reply = answer.reply();
        var text = "**" + Markdown.plain(reply.by()) + "于"
                + ChineseDates.moment(reply.repliedAt().toInstant()) + "回复：** " + Markdown.plain(reply.text());
        if (!answer.files().isEmpty()) {
            text += "\n\n附件：" + links(answer.files());
        }
        return reply.verdict().isEmpty() ? text : text + "\n\n**发出单位意见：** " + Markdown.plain(reply.verdict());
    }

    private static String links(List<FileCard> files) {
        return String.join(
                "、",
                files.stream()
                        .map(file -> "[" + Markdown.plain(file.name()) + "](/api/files/" + file.id() + ")")
                        .toList());
    }

    /** Why it lies here again: returned, raised or given back. */
    private static String reminder(Sheet sheet) {
        var changes = sheet.changes();
        if (!changes.isEmpty()
                && !"MOVED".equals(changes.get(changes.size() - 1).kind())) {
            var last = changes.get(changes.size() - 1);
            return ("RAISED".equals(last.kind()) ? "已提级督办：" : "市级交回继续督办：") + Markdown.plain(last.reason());
        }
        var replies = sheet.replies();
        var last = replies.isEmpty() ? null : replies.get(replies.size() - 1).reply();
        return last == null || last.decision() == null ? "" : "上次回复已" + Markdown.plain(last.verdict());
    }
}
