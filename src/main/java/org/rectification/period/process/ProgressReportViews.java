package org.rectification.period.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.TaskEntries;
import org.rectification.period.CaseLedger;
import org.rectification.period.ChineseDates;
import org.rectification.period.ProgressDrafts;
import org.rectification.period.ProgressReport;
import org.rectification.period.ProgressReports;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** What the forms of a progress report show. Public because expressions reach only public classes. */
@Component("progressReportViews")
public class ProgressReportViews {

    private final ProgressReports reports;
    private final ProgressDrafts drafts;
    private final CaseLedger ledger;
    private final TaskEntries entries;

    ProgressReportViews(ProgressReports reports, ProgressDrafts drafts, CaseLedger ledger, TaskEntries entries) {
        this.reports = reports;
        this.drafts = drafts;
        this.ledger = ledger;
        this.entries = entries;
    }

    /** For the clerk: the ledger now against the report before, and why the report was returned. */
    public JsonValue preparation(String roundId, String organisationId, int number) {
        var key = new CaseKey(roundId, organisationId);
        var report = reports.get(key, number);
        var told = reports.ledgerFor(key, number);
        return entries.of(Map.of(
                "title",
                title(key, report),
                "figures",
                FigureRows.of(told.figures(), reports.figuresBefore(key, number)),
                "moment",
                "台账数据截至" + ChineseDates.moment(told.takenAt()) + "。",
                "returned",
                report.returnReason() == null ? "" : "退回理由：" + report.returnReason()));
    }

    /** The entry pre-filled: what was returned, or what the ledger and the progress lists say. */
    public JsonValue draft(String roundId, String organisationId, int number) {
        var key = new CaseKey(roundId, organisationId);
        var content = reports.get(key, number).content();
        return entries.of(Map.of("content", content == null ? drafts.text(key, number) : content));
    }

    /** For the Secretary and the recipients: the report as prepared, beside the earlier one when it says nothing new. */
    public JsonValue report(String roundId, String organisationId, int number) {
        var key = new CaseKey(roundId, organisationId);
        var report = reports.get(key, number);
        var view = new HashMap<String, Object>(Map.of(
                "title", title(key, report),
                "content", paragraphs(report.content()),
                "figures", FigureRows.of(report.figures(), reports.figuresBefore(key, number)),
                "moment", moment(report),
                "similar", "",
                "earlierTitle", "",
                "earlier", ""));
        if (report.similarity() != null) {
            var similarity = report.similarity();
            view.put("similar", "与第" + similarity.to() + "期内容基本一致（相同部分约占" + similarity.percent() + "%），请核实。");
            view.put("earlierTitle", "第" + similarity.to() + "期报告");
            view.put("earlier", paragraphs(reports.get(key, similarity.to()).content()));
        }
        return entries.of(view);
    }

    private static String moment(ProgressReport report) {
        var prepared = "台账数据截至" + ChineseDates.moment(report.figuresAt());
        return report.late(report.preparedAt())
                ? prepared + "；本期报告于" + ChineseDates.moment(report.preparedAt()) + "起草，晚于报送日期。"
                : prepared + "。";
    }

    private String title(CaseKey key, ProgressReport report) {
        return ledger.organisation(key) + "第" + report.number() + "期整改进展情况（应于" + ChineseDates.day(report.dueOn())
                + (reports.isProvisional(key, report) ? "前报送，日期暂定）" : "前报送）");
    }

    /** A form's text takes a single line break for a blank; a report's lines are paragraphs. */
    private static String paragraphs(String content) {
        return content.strip().replaceAll("\\R+", "\n\n");
    }
}
