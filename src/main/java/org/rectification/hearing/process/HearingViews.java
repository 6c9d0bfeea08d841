package org.rectification.hearing.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.deadline.Provisional;
import org.rectification.engine.Markdown;
import org.rectification.engine.TaskEntries;
import org.rectification.hearing.Conclusion;
import org.rectification.hearing.FollowUps;
import org.rectification.hearing.HearingAdvice;
import org.rectification.hearing.HearingBody;
import org.rectification.hearing.HearingDays;
import org.rectification.hearing.HearingOpinions;
import org.rectification.hearing.Hearings;
import org.rectification.period.CaseLedger;
import org.rectification.period.ChineseDates;
import org.rectification.period.HearingDayFigures;
import org.rectification.period.LedgerFigures;
import org.rectification.period.UnfinishedFinding;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** What the forms of the joint hearing show. */
@Component("hearingViews")
public class HearingViews {

    private final Hearings hearings;
    private final HearingDays days;
    private final HearingOpinions opinions;
    private final HearingAdvice advice;
    private final FollowUps followUps;
    private final CaseLedger ledger;
    private final HearingDayFigures hearingDay;
    private final TaskEntries entries;

    HearingViews(
            Hearings hearings,
            HearingDays days,
            HearingOpinions opinions,
            HearingAdvice advice,
            FollowUps followUps,
            CaseLedger ledger,
            HearingDayFigures hearingDay,
            TaskEntries entries) {
        this.hearings = hearings;
        this.days = days;
        this.opinions = opinions;
        this.advice = advice;
        this.followUps = followUps;
        this.ledger = ledger;
        this.hearingDay = hearingDay;
        this.entries = entries;
    }

    public JsonValue invitation(String roundId, String organisationId) {
        var key = new CaseKey(roundId, organisationId);
        return entries.of(Map.of(
                "title",
                "集中听取整改进展情况（第二个月月末）",
                "rule",
                "规定日期：" + ChineseDates.day(days.computed(key)) + Provisional.mark(days.isProvisional(key))
                        + "。须提前5个工作日邀请下列三家；问题全部办结的，也应当召开。",
                "window",
                "经协商可以在规定日期前后5个工作日内的工作日召开（本地默认），调整的须写明理由。"));
    }

    public JsonValue invitationDraft(String roundId, String organisationId) {
        return entries.of(Map.of(
                "plannedOn",
                days.proposed(new CaseKey(roundId, organisationId)).toString(),
                "addressees",
                Arrays.stream(HearingBody.values()).map(Enum::name).toList()));
    }

    /** What a body has before it when it speaks: the ledger, and no advice. */
    public JsonValue opinion(String roundId, String organisationId, String body) {
        var key = new CaseKey(roundId, organisationId);
        var view = ledgerOf(key);
        view.put("body", HearingBody.valueOf(body).label());
        view.put("pack", packLink(key));
        return entries.of(view);
    }

    /** For the minutes: what the three have said, and the advice, marked as such. */
    public JsonValue minutes(String roundId, String organisationId) {
        var key = new CaseKey(roundId, organisationId);
        var view = ledgerOf(key);
        view.put("pack", packLink(key));
        view.put(
                "opinions",
                opinions.of(key).stream()
                        .map(opinion -> "**" + opinion.heading() + "：** " + Markdown.plain(opinion.text()))
                        .reduce((one, other) -> one + "\n\n" + other)
                        .orElse(""));
        var advised = advice.of(key);
        view.put(
                "advice",
                advised.stream()
                        .map(each -> Map.of(
                                "finding", each.place() + "第" + each.number() + "号 " + each.title(),
                                "advice", each.advice().label(),
                                "reason", each.reason()))
                        .toList());
        view.put(
                "findings",
                advised.stream()
                        .map(each -> Map.of(
                                "value",
                                each.findingId(),
                                "label",
                                each.place() + "第" + each.number() + "号 " + each.title()))
                        .toList());
        view.put(
                "owners",
                followUps.possibleOwners(key).stream()
                        .map(owner -> Map.of("value", owner.id(), "label", owner.name()))
                        .toList());
        view.put(
                "conclusions",
                Arrays.stream(Conclusion.values())
                        .map(each -> Map.of("value", each.name(), "label", each.label()))
                        .toList());
        return entries.of(view);
    }

    /** A follow-up, for its owner and for the inspection office. */
    public JsonValue followUp(String followUpId) {
        var item = followUps.get(followUpId);
        var view = new HashMap<String, Object>();
        view.put("description", Markdown.plain(item.description()));
        view.put("owner", item.ownerName());
        view.put("dueOn", ChineseDates.day(item.dueOn()));
        view.put("answer", item.answer() == null ? "" : Markdown.plain(item.answer()));
        view.put("remark", Boolean.FALSE.equals(item.accepted()) ? Markdown.plain(item.remark()) : "");
        view.put("evidenceFile", item.evidenceFile() == null ? "" : item.evidenceFile());
        return entries.of(view);
    }

    private Map<String, Object> ledgerOf(CaseKey key) {
        var hearing = hearings.get(key);
        var view = new HashMap<String, Object>();
        view.put(
                "title",
                ledger.organisation(key) + "集中听取整改进展情况（" + ChineseDates.day(hearing.plannedOn()) + "，" + hearing.place()
                        + "）");
        view.put("figures", figures(packFigures(key)));
        view.put("unfinished", rows(ledger.unfinished(key)));
        return view;
    }

    /** The same as in the progress report of that day, where one is due on it. */
    private LedgerFigures packFigures(CaseKey key) {
        return hearingDay.shared(key) ? hearingDay.take(key).figures() : ledger.figures(key);
    }

    private static String packLink(CaseKey key) {
        return "/api/hearings/" + key.roundId() + "/" + key.organisationId() + "/pack.docx";
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
