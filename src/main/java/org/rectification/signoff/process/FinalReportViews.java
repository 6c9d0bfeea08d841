package org.rectification.signoff.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.TaskEntries;
import org.rectification.hearing.FollowUp;
import org.rectification.hearing.Hearings;
import org.rectification.period.CaseLedger;
import org.rectification.period.LedgerFigures;
import org.rectification.period.UnfinishedFinding;
import org.rectification.round.CaseKey;
import org.rectification.signoff.FinalReports;
import org.rectification.signoff.Signatures;
import org.rectification.signoff.TruthfulnessStatement;
import org.springframework.stereotype.Component;

/** What the forms of the final reports show: always the ledger at this moment, never typed figures. */
@Component("finalReportViews")
public class FinalReportViews {

    private static final int CHECK_CODE_LENGTH = 16;

    private final FinalReports reports;
    private final Signatures signatures;
    private final Hearings hearings;
    private final CaseLedger ledger;
    private final Organising organising;
    private final TaskEntries entries;

    FinalReportViews(
            FinalReports reports,
            Signatures signatures,
            Hearings hearings,
            CaseLedger ledger,
            Organising organising,
            TaskEntries entries) {
        this.reports = reports;
        this.signatures = signatures;
        this.hearings = hearings;
        this.ledger = ledger;
        this.organising = organising;
        this.entries = entries;
    }

    public JsonValue drafting(String roundId, String organisationId) {
        return entries.of(ledgerNow(new CaseKey(roundId, organisationId)));
    }

    /** The entry pre-filled: an earlier draft if there is one, and a row per gap of the hearing. */
    public JsonValue draft(String roundId, String organisationId) {
        var key = new CaseKey(roundId, organisationId);
        var earlier = reports.sections(key, reports.edition(key));
        var entry = new HashMap<String, Object>();
        entry.put("a", earlier.getOrDefault("A", organising.firstDraft(key)));
        entry.put("b", earlier.getOrDefault("B", Map.of()));
        entry.put(
                "followUps",
                hearings.followUps(key).stream().map(FinalReportViews::row).toList());
        return entries.of(entry);
    }

    /** Both reports with the ledger of this moment, for the committee. */
    public JsonValue reports(String roundId, String organisationId) {
        var key = new CaseKey(roundId, organisationId);
        return entries.of(withReports(key, ledgerNow(key)));
    }

    /** As {@link #reports}, with the statement to sign. */
    public JsonValue signing(String roundId, String organisationId) {
        var key = new CaseKey(roundId, organisationId);
        var view = withReports(key, ledgerNow(key));
        view.put("statement", TruthfulnessStatement.TEXT);
        return entries.of(view);
    }

    /** Both reports as signed, for the recipients. */
    public JsonValue sealed(String roundId, String organisationId) {
        var key = new CaseKey(roundId, organisationId);
        var signature =
                signatures.latest(key).orElseThrow(() -> new IllegalStateException("nothing was signed: " + key));
        var view = withReports(key, new HashMap<>());
        view.put(
                "seal",
                ledger.organisation(key) + "：党委书记" + signature.signerName() + "已对整改真实性签字背书，校验码"
                        + signature.contentHash().substring(0, CHECK_CODE_LENGTH) + "，签字时未完成问题"
                        + signature.unfinished() + "个。");
        return entries.of(view);
    }

    private Map<String, Object> ledgerNow(CaseKey key) {
        var view = new HashMap<String, Object>();
        view.put("summary", summary(ledger.figures(key)));
        view.putAll(organising.inView(key));
        view.put(
                "unfinished",
                ledger.everythingUnfinished(key).stream()
                        .map(FinalReportViews::row)
                        .toList());
        return view;
    }

    private Map<String, Object> withReports(CaseKey key, Map<String, Object> view) {
        var sections = reports.sections(key, reports.edition(key));
        view.put("a", sections.get("A"));
        view.put("b", sections.get("B"));
        return view;
    }

    private static String summary(LedgerFigures figures) {
        return "台账共有问题%d个：已销号%d个，长期坚持%d个，未完成%d个（其中持续整改%d个、逾期%d个）。"
                .formatted(
                        figures.total(),
                        figures.struckOff(),
                        figures.longTerm(),
                        figures.unfinished(),
                        figures.continued(),
                        figures.overdue());
    }

    private static Map<String, Object> row(FollowUp followUp) {
        return Map.of(
                "position", followUp.position(),
                "description", followUp.description(),
                "outcome", followUp.outcome() == null ? "" : followUp.outcome());
    }

    private static Map<String, Object> row(UnfinishedFinding finding) {
        return Map.of(
                "number", finding.number(),
                "place", finding.place(),
                "title", finding.title(),
                "state", finding.state(),
                "dueOn", String.valueOf(finding.dueOn()));
    }
}
