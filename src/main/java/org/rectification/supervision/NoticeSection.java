package org.rectification.supervision;

import java.util.List;
import java.util.Optional;
import org.rectification.finding.FindingSection;
import org.rectification.period.ChineseDates;
import org.rectification.supervision.NoticeReadings.Sheet;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a finding's page: the notices about it that the reader may read (S36). */
@Component
@Order(45)
class NoticeSection implements FindingSection {

    private static final List<String> COLUMNS = List.of("督办文书", "发出单位", "督办事由", "回复期限", "目前情况", "最近一次回复");

    private final NoticeReadings readings;

    NoticeSection(NoticeReadings readings) {
        this.readings = readings;
    }

    @Override
    public Optional<Section> of(String findingId, String viewer) {
        var rows = readings.ofFinding(viewer, findingId).stream()
                .map(NoticeSection::row)
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Section("supervision", "督办", COLUMNS, rows));
    }

    private static List<Cell> row(Sheet sheet) {
        var notice = sheet.notice();
        var replies = sheet.replies();
        return List.of(
                new Cell(
                        notice.label() + (notice.documentNumber() == null ? "" : "（" + notice.documentNumber() + "）"),
                        "supervision.html?id=" + notice.id()),
                Cell.of(notice.sender().label()),
                Cell.of(notice.title()),
                Cell.of(ChineseDates.day(notice.replyDueOn())),
                Cell.of(sheet.late() ? notice.standing() + "，已逾期" : notice.standing()),
                Cell.of(
                        replies.isEmpty()
                                ? null
                                : replies.get(replies.size() - 1).reply().text()));
    }
}
