package org.rectification.hearing.process;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.TaskEntries;
import org.rectification.hearing.HearingBody;
import org.rectification.hearing.Hearings;
import org.rectification.period.CaseCalendar;
import org.rectification.period.CaseLedger;
import org.rectification.period.ChineseDates;
import org.rectification.period.HearingDayFigures;
import org.rectification.period.LedgerFigures;
import org.rectification.period.ProgressReports;
import org.rectification.period.UnfinishedFinding;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** What the forms of the joint hearing show, and the figures that judge-progress looks at. */
@Component("hearingViews")
public class HearingViews {

    private static final Map<String, String> ADVICE = Map.of("ON_TRACK", "按期推进", "ATTENTION", "需要关注", "BEHIND", "进展滞后");

    private final Hearings hearings;
    private final ProgressReports reports;
    private final CaseLedger ledger;
    private final HearingDayFigures hearingDay;
    private final CaseCalendar calendar;
    private final TaskEntries entries;

    HearingViews(
            Hearings hearings,
            ProgressReports reports,
            CaseLedger ledger,
            HearingDayFigures hearingDay,
            CaseCalendar calendar,
            TaskEntries entries) {
        this.hearings = hearings;
        this.reports = reports;
        this.ledger = ledger;
        this.hearingDay = hearingDay;
        this.calendar = calendar;
        this.entries = entries;
    }

    public LedgerFigures figures(String roundId, String organisationId) {
        return ledger.figures(new CaseKey(roundId, organisationId));
    }

    /** Progress reports that are owed, late and not sent. */
    public int missingReports(String roundId, String organisationId) {
        return reports.missing(new CaseKey(roundId, organisationId)).size();
    }

    public JsonValue invitation(String roundId, String organisationId) {
        var computed = hearings.computedDay(new CaseKey(roundId, organisationId));
        return entries.of(Map.of(
                "title",
                "集中听取整改进展情况（第二个月月末）",
                "rule",
                "规定日期：" + ChineseDates.day(computed) + "。须提前5个工作日邀请下列三家；问题全部办结的，也应当召开。"));
    }

    public JsonValue invitationDraft(String roundId, String organisationId) {
        return entries.of(Map.of(
                "plannedOn",
                namedDay(hearings.computedDay(new CaseKey(roundId, organisationId)))
                        .toString(),
                "addressees",
                Arrays.stream(HearingBody.values()).map(Enum::name).toList()));
    }

    /** What the three bodies have before them; the advice is marked as such. */
    public JsonValue pack(String roundId, String organisationId) {
        var key = new CaseKey(roundId, organisationId);
        var hearing = hearings.get(key);
        var view = new HashMap<String, Object>();
        view.put(
                "title",
                ledger.organisation(key) + "集中听取整改进展情况（" + ChineseDates.day(hearing.plannedOn()) + "，" + hearing.place()
                        + "）");
        view.put("advice", "系统研判建议（仅供参考，不代表三家意见）：" + ADVICE.get(hearing.advice()) + "。" + hearing.adviceReason());
        view.put("figures", figures(packFigures(key)));
        view.put("unfinished", rows(ledger.unfinished(key)));
        return entries.of(view);
    }

    /** The same as in the progress report of that day, where one is due on it. */
    private LedgerFigures packFigures(CaseKey key) {
        return hearingDay.shared(key) ? hearingDay.take(key).figures() : ledger.figures(key);
    }

    private static List<Map<String, Object>> figures(LedgerFigures now) {
        return List.of(
                Map.of("item", "问题总数", "now", now.total()),
                Map.of("item", "已销号", "now", now.struckOff()),
                Map.of("item", "长期坚持", "now", now.longTerm()),
                Map.of("item", "持续整改", "now", now.continued()),
                Map.of("item", "未办结", "now", now.unfinished()),
                Map.of("item", "其中逾期", "now", now.overdue()),
                Map.of("item", "其中被退回过", "now", now.returned()));
    }

    private LocalDate namedDay(LocalDate computed) {
        return computed.isBefore(calendar.today()) ? calendar.today() : computed;
    }

    private static List<Map<String, String>> rows(List<UnfinishedFinding> findings) {
        return findings.stream()
                .map(finding -> Map.of(
                        "number", finding.number(),
                        "place", finding.place(),
                        "title", finding.title(),
                        "state", finding.state(),
                        "dueOn", String.valueOf(finding.dueOn())))
                .toList();
    }
}
