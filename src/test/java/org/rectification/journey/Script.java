package org.rectification.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.demo.Papers;

/** What people write into each form. A form that comes with rows keeps them; only what is missing is filled in. */
final class Script {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is done before there is a plan is what the plan says afterwards. */
    private static final String NOW = "逐笔核对并补齐审批手续";

    private static final String LASTING = "修订资金管理办法";

    private final LocalDate completeBy;
    private boolean noticeRaised;
    private List<String> answering = List.of();
    private Map<String, String> logins = Map.of();

    Script(LocalDate completeBy) {
        this.completeBy = completeBy;
    }

    /** Ids of findings whose lines answer the opinions. */
    void answering(List<String> findings) {
        answering = findings;
    }

    /** Logins by names, of those to whom lines are given. */
    void logins(Map<String, String> byName) {
        logins = byName;
    }

    /** @param given the entry as the form showed it */
    ObjectNode entryFor(String taskKey, ObjectNode given, LocalDate today, String signer) {
        var entry = given.deepCopy();
        switch (taskKey) {
            case "userTask_recordFeedbackMeeting" ->
                entry.setAll(of(Map.of(
                        "heldOn",
                        today,
                        "place",
                        "镇政府三楼会议室",
                        "host",
                        "市委巡察工作领导小组成员",
                        "attendance",
                        "镇领导班子成员、各村党支部书记")));
            case "userTask_signForFeedback" -> entry.setAll(of(Map.of("receivedOn", today, "statement", "照单全收，坚决整改。")));
            case "userTask_collectReceipts" -> receipts(entry, today);
            case "userTask_divideFindings" -> entry.removeAll();
            case "userTask_draftPlanLines" -> entry.removeAll();
            case "userTask_completePlanLines" ->
                entry.withArray("answers").forEach(row -> ((ObjectNode) row)
                        .put("answer", "已压实责任，逐项落实。")
                        .set("findings", JSON.valueToTree(answering)));
            case "userTask_divideAgain", "userTask_decideOwners" ->
                entry.withArray("lines").forEach(row -> ((ObjectNode) row)
                        .put("person", logins.get(row.path("givenBack").asText().split("：", -1)[0]))
                        .put("reason", "职责已核对，由其负责。"));
            case "userTask_deliberatePlan" ->
                entry.setAll(of(Map.of("meetingOn", today, "minutesNumber", "镇委会纪〔2026〕3号")));
            case "userTask_reviewPlan" -> entry.setAll(of(Map.of("verdict", "AGREE", "comment", "同意。")));
            case "userTask_revisePlan" -> {
                entry.put("summary", "按审核意见修改。");
                entry.withArray("answers")
                        .forEach(row ->
                                ((ObjectNode) row).put("decision", "ADOPTED").put("reason", "已按意见修改。"));
            }
            case "userTask_issuePlan" -> entry.setAll(of(Map.of("documentNumber", "镇委〔2026〕9号", "issuedOn", today)));
            case "userTask_prepareProgressReport" -> entry.setAll(of(Map.of("content", "截至" + today + "，各项整改按方案推进。")));
            case "userTask_approveProgressReport" -> entry.setAll(of(Map.of("decision", "APPROVE")));
            case "userTask_acknowledgeProgressReport" -> entry.setAll(of(Map.of("received", true)));
            case "userTask_inviteThreeBodies" -> invitation(entry);
            case "userTask_giveHearingOpinion" -> entry.setAll(of(Map.of("opinion", "同意，加快进度。")));
            case "userTask_recordHearing" ->
                entry.setAll(of(Map.of("heldOn", today, "minutesNumber", "市巡办纪要〔2026〕5号", "conclusion", "GREEN")));
            case "userTask_answerConsultation" ->
                entry.setAll(
                        of(Map.of("decision", "ACCEPT", "talkOn", today, "talkTime", "9:30", "place", "市纪委三楼会议室")));
            case "userTask_minuteConsultation" ->
                entry.setAll(of(Map.of("heldOn", today, "advice", "可以补签。", "effect", "按原方案推进。")));
            case "userTask_confirmConsultation" -> entry.setAll(of(Map.of("decision", "CONFIRM")));
            case "userTask_replyToNotice" -> entry.setAll(of(Map.of("reply", "已逐项核实并补齐。", "onBehalfOf", "村党支部书记")));
            case "userTask_judgeReply" -> {
                // The first one is raised a level, so that the county has something to take up.
                entry.setAll(of(
                        noticeRaised
                                ? Map.of("decision", "ACCEPT")
                                : Map.of("decision", "RAISE", "reason", "镇里无法解决。")));
                noticeRaised = true;
            }
            case "userTask_takeUpNotice" ->
                entry.setAll(of(Map.of("decision", "TAKE_UP", "newDueOn", today.plusDays(9))));
            case "userTask_answerFollowUp" -> entry.setAll(of(Map.of("answer", "已逐项补齐。")));
            case "userTask_acceptFollowUp" -> entry.setAll(of(Map.of("decision", "ACCEPT")));
            case "userTask_recordMeetingOfTown", "userTask_recordMeetingOfVillage" ->
                entry.setAll(of(Map.of(
                        "outcome", "HELD",
                        "heldOn", today,
                        "chair", "会议主持人",
                        "attendance", 18,
                        "onBehalfOf", "村党支部书记",
                        "record", "对照反馈意见逐项检查，开展批评和自我批评。")));
            case "userTask_confirmMeetingOfTown" -> entry.setAll(of(Map.of("decision", "ACCEPT")));
            case "userTask_draftFinalReports" -> finalReports(entry);
            case "userTask_deliberateReports" ->
                entry.setAll(of(Map.of("heldOn", today, "minutesNumber", "镇委会纪〔2026〕21号")));
            case "userTask_signTruthfulness" ->
                entry.setAll(of(Map.of("decision", "SIGN", "confirmed", true, "signerName", signer)));
            case "userTask_acknowledgeReports" ->
                entry.setAll(of(Map.of("receiptNumber", "收字12号", "receivedOn", today)));
            case "userTask_reviewReports" ->
                entry.setAll(of(Map.of(
                        "reviewedOn",
                        today,
                        "bodies",
                        List.of("DISCIPLINE_SUPERVISION", "CADRE_SUPERVISION"),
                        "decision",
                        "ACCEPT")));
            case "userTask_circulateInside" ->
                entry.setAll(of(Map.of("number", "镇委通〔2026〕2号", "circulatedOn", today, "scope", "全体党员干部")));
            case "userTask_draftPublicText" -> entry.setAll(of(Map.of("text", "现将巡察整改情况予以公布。")));
            case "userTask_approvePublicText" -> entry.setAll(of(Map.of("decision", "ACCEPT")));
            case "userTask_publishResult" ->
                entry.setAll(of(Map.of("where", "镇村公开栏", "from", today, "until", today.plusDays(15))));
            case "userTask_evaluateRectification" ->
                entry.setAll(of(Map.of("score", 92, "contradictions", 0, "reasons", "按期完成，成效明显。")));
            case "userTask_confirmArchiving" ->
                entry.setAll(of(Map.of("archiveNumber", "归档〔2026〕第1号", "note", "材料齐全。")));
            case "userTask_recordLeadingGroupHearing" ->
                entry.setAll(of(Map.of("heardOn", today, "conclusion", "同意。")));
            case "userTask_considerSuggestion" ->
                entry.setAll(of(Map.of("decision", "DISMISS", "reason", "情况属实，已按期说明，不予采纳。")));
            default -> throw new AssertionError("nobody knows what to write into " + taskKey + ": " + given);
        }
        return entry;
    }

    /** The field of a task's entry that takes a paper, where one does. */
    static Optional<String> paperOf(String taskKey) {
        return Optional.ofNullable(Map.of(
                        "userTask_deliberatePlan", "minutesFile",
                        "userTask_recordHandingOver", "sheetFile",
                        "userTask_recordMeetingOfTown", "scanFile",
                        "userTask_recordMeetingOfVillage", "scanFile",
                        "userTask_recordHearing", "minutesFile")
                .get(taskKey));
    }

    /** One line of the plan, complete. */
    Map<String, Object> planLine() {
        return Map.of(
                "rootCause",
                "制度执行不严，日常监管不到位。",
                "similarCheck",
                "对照排查同类事项，未发现新增问题。",
                "similarChecked",
                15,
                "similarFound",
                0,
                "goal",
                "审批手续齐全，台账完整可查。",
                "dueOn",
                completeBy.minusDays(10).toString(),
                "branch",
                "镇党政办",
                "measures",
                List.of(Map.of("horizon", "NOW", "text", NOW), Map.of("horizon", "LASTING", "text", LASTING)));
    }

    /** One row of a list: what happens to a finding depends on where it stands in the ledger. */
    ObjectNode rowFor(Visitor person, String kind, JsonNode row, LocalDate today) {
        var finding = row.path("finding");
        var n = Integer.parseInt(finding.path("number").asText());
        var returns = finding.path("returns").asInt();
        return switch (kind) {
            case "work" -> work(person, finding, n, today);
            case "review", "confirm", "consent", "approve", "extension", "agree" ->
                of(Map.of("answer", "AGREE", "reason", "情况属实。"));
            case "verify" ->
                verdict(n, returns, today, finding.path("sheetMissing").asBoolean());
            case "continue" -> of(Map.of("reason", "涉及土地确权，需继续推进。", "newDueOn", completeBy.plusMonths(2)));
            case "follow" ->
                of(Map.of("conclusion", "GOES_ON", "reason", "制度执行正常，继续坚持。", "nextReviewOn", today.plusMonths(6)));
            default -> throw new AssertionError("unknown list " + kind);
        };
    }

    /** What the plan promised, or what was done before there was one, with a photo of its own. */
    private static ObjectNode work(Visitor person, JsonNode finding, int n, LocalDate today) {
        var measures = new java.util.ArrayList<Map<String, Object>>();
        finding.at("/plan/measures")
                .forEach(each -> measures.add(Map.of(
                        "text",
                        each.path("text").asText(),
                        "kind",
                        each.path("horizon").asText())));
        if (measures.isEmpty()) {
            measures.add(Map.of("text", NOW, "kind", "NOW", "accountabilityOnly", false));
            measures.add(Map.of("text", LASTING, "kind", "LASTING", "accountabilityOnly", false));
        }
        var id = finding.path("id").asText();
        var paper = person.upload(
                finding.path("roundId").asText(),
                finding.path("organisationId").asText(),
                "公示记录.pdf",
                Papers.pdf("公示记录（演示）", "第" + n + "号问题", id));
        return of(Map.of(
                "result",
                "第" + n + "个问题已经整改到位。" + "改".repeat(20),
                "measures",
                measures,
                "evidence",
                List.of(Map.of("files", paper, "kind", "NOTICE", "representsOn", today.toString()))));
    }

    /** Every tenth comes back once, every seventeenth needs time. */
    private ObjectNode verdict(int n, int returns, LocalDate today, boolean sheetMissing) {
        var verdict = verdict(n, returns, today);
        if (sheetMissing) {
            verdict.put("noSheetReason", "已现场核验，签名件由镇纪委存档。");
        }
        return verdict;
    }

    private static ObjectNode verdict(int n, int returns, LocalDate today) {
        if (n % 10 == 0 && returns == 0) {
            return of(Map.of("verdict", "NOT_DONE", "reason", "公示照片缺日期。"));
        }
        if (n % 17 == 0) {
            return of(
                    Map.of("verdict", "LONG_TERM", "reason", "当下改已完成，制度执行需持续观察。", "nextReviewOn", today.plusMonths(6)));
        }
        return of(Map.of("verdict", "DONE", "reason", "现场核验属实。"));
    }

    /** Left until the completion date has passed: land cases do not settle in three months. */
    boolean leftUntilLater(JsonNode row, LocalDate today) {
        var n = Integer.parseInt(row.path("finding").path("number").asText());
        return row.path("finding").path("village").isMissingNode()
                && n % 9 == 0
                && !today.isAfter(completeBy.plusDays(20));
    }

    private static void receipts(ObjectNode entry, LocalDate today) {
        entry.put("receivedOn", today.toString()).put("receivedBy", "镇党政办");
        entry.withArray("villages")
                .forEach(row ->
                        ((ObjectNode) row).put("receivedOn", today.toString()).put("receivedBy", "村党支部书记"));
        entry.withArray("contacts").forEach(row -> ((ObjectNode) row)
                .put("office", "第一室")
                .put("contact", "联络员")
                .put("phone", "0593-1234567"));
    }

    private static void invitation(ObjectNode entry) {
        entry.put("place", "镇政府二楼会议室");
        if (entry.withArray("addressees").isEmpty()) {
            entry.set("addressees", JSON.valueToTree(List.of("DISCIPLINE", "ORGANISATION", "INSPECTION_OFFICE")));
        }
    }

    private static void finalReports(ObjectNode entry) {
        entry.set("a", of(Map.of("deployment", "召开党委会部署。", "participation", "带队到村整改。", "supervision", "逐条督办。")));
        entry.set("b", of(Map.of("overview", "整改总体情况。", "results", "整改成效。", "nextSteps", "持续巩固。")));
        entry.withArray("followUps").forEach(row -> ((ObjectNode) row).put("outcome", "已办结。"));
    }

    static ObjectNode of(Map<String, ?> content) {
        var node = JSON.createObjectNode();
        content.forEach((key, value) -> node.set(
                key, value instanceof LocalDate day ? JSON.valueToTree(day.toString()) : JSON.valueToTree(value)));
        return node;
    }
}
