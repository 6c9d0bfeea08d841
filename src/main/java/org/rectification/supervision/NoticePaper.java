package org.rectification.supervision;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.rectification.file.FileCard;
import org.rectification.period.ChineseDates;
import org.rectification.supervision.NoticeReadings.Answer;
import org.rectification.supervision.NoticeReadings.Sheet;
import org.rectification.word.Paper;
import org.springframework.stereotype.Component;

/** A notice as a Word document, with its replies once there are any. */
@Component
public class NoticePaper {

    private static final List<Integer> SHARES = List.of(18, 32, 18, 32);

    /** @param out left open; holds a complete .docx file afterwards */
    public void write(Sheet sheet, OutputStream out) throws IOException {
        var notice = sheet.notice();
        try (var paper = Paper.portrait(notice.sender().label() + "　" + notice.label())) {
            paper.title(notice.kind());
            if (notice.documentNumber() != null) {
                paper.subtitle(notice.documentNumber());
            }
            paper.facts(
                    SHARES,
                    List.of(
                            List.of(
                                    "主送",
                                    notice.place(),
                                    "发出单位",
                                    notice.sender().label()),
                            List.of(
                                    "发出日期",
                                    ChineseDates.day(notice.sentOn()),
                                    "回复期限",
                                    ChineseDates.day(notice.replyDueOn())),
                            List.of("督办事由", notice.title())));
            paper.heading("一、督办事项和办理要求").text(notice.demand());
            paper.heading("二、涉及的问题");
            paper.text(
                    sheet.findings().isEmpty()
                            ? "未指明具体问题。"
                            : String.join(
                                    "\n",
                                    sheet.findings().stream()
                                            .map(AboutFinding::label)
                                            .toList()));
            paper.heading("三、回复情况");
            if (sheet.replies().isEmpty()) {
                paper.text("请于" + ChineseDates.day(notice.replyDueOn()) + "前书面回复。");
            }
            for (var answer : sheet.replies()) {
                reply(paper, notice, answer);
            }
            paper.write(out);
        }
    }

    /** It goes out in the addressee's name; who wrote it stands beside it. */
    private static void reply(Paper paper, Notice notice, Answer answer) {
        var reply = answer.reply();
        paper.text(notice.place() + "（" + reply.by() + "，"
                + ChineseDates.moment(reply.repliedAt().toInstant()) + "）：" + reply.text());
        if (!answer.files().isEmpty()) {
            paper.text("附件："
                    + String.join(
                            "、", answer.files().stream().map(FileCard::name).toList()));
        }
        if (!reply.verdict().isEmpty()) {
            paper.text(notice.sender().label() + "意见：" + reply.verdict());
        }
    }
}
