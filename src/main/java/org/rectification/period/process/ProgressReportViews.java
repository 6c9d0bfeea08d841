package org.rectification.period.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.TaskEntries;
import org.rectification.period.CaseCalendar;
import org.rectification.period.CaseLedger;
import org.rectification.period.ChineseDates;
import org.rectification.period.ProgressDraft;
import org.rectification.period.ProgressReport;
import org.rectification.period.ProgressReports;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** What the forms of a progress report show. Public because expressions reach only public classes. */
@Component("progressReportViews")
public class ProgressReportViews {

    private final ProgressReports reports;
    private final CaseLedger ledger;
    private final CaseCalendar calendar;
    private final TaskEntries entries;

    ProgressReportViews(ProgressReports reports, CaseLedger ledger, CaseCalendar calendar, TaskEntries entries) {
        this.reports = reports;
        this.ledger = ledger;
        this.calendar = calendar;
        this.entries = entries;
    }

    /** For the clerk: the ledger now against the report before, and why the report was returned. */
    public JsonValue preparation(String roundId, String organisationId, int number) {
        var key = new CaseKey(roundId, organisationId);
        var report = reports.get(key, number);
        var view = new HashMap<String, Object>(Map.of(
                "title", title(key, report),
                "figures", FigureRows.of(ledger.figures(key), reports.figuresBefore(key, number))));
        view.put("returned", report.returnReason() == null ? "" : "退回理由:" + report.returnReason());
        return entries.of(view);
    }

    /** The entry pre-filled: what was returned, or what the ledger says. */
    public JsonValue draft(String roundId, String organisationId, int number) {
        var key = new CaseKey(roundId, organisationId);
        var content = reports.get(key, number).content();
        return entries.of(Map.of(
                "content",
                content == null
                        ? ProgressDraft.text(calendar.today(), ledger.figures(key), reports.figuresBefore(key, number))
                        : content));
    }

    /** For the Secretary and the recipients: the report as prepared. */
    public JsonValue report(String roundId, String organisationId, int number) {
        var key = new CaseKey(roundId, organisationId);
        var report = reports.get(key, number);
        return entries.of(Map.of(
                "title", title(key, report),
                "content", report.content(),
                "figures", FigureRows.of(report.figures(), reports.figuresBefore(key, number))));
    }

    private String title(CaseKey key, ProgressReport report) {
        return ledger.organisation(key) + "第" + report.number() + "期整改进展情况(应于" + ChineseDates.day(report.dueOn())
                + "前报送)";
    }
}
