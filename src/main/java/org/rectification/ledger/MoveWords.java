package org.rectification.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rectification.finding.FindingState;
import org.rectification.finding.Verdict;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Puts an entry of the trail into words: what was done, and which fields changed from what to what. */
@Component
class MoveWords {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("ASSIGNED", "调整责任人"),
            Map.entry("CONTINUATION_PROPOSED", "申请持续整改"),
            Map.entry("CONTINUATION_REFUSED", "不同意持续整改的新时限"),
            Map.entry("CONTINUED", "转入持续整改"),
            Map.entry("LONG_TERM", "转入长期坚持"),
            Map.entry("LONG_TERM_CONSENTED", "同意转入长期坚持"),
            Map.entry("LONG_TERM_REFUSED", "不同意转入长期坚持"),
            Map.entry("PLANNED", "列入整改方案"),
            Map.entry("PLAN_FROZEN", "整改方案印发"),
            Map.entry("PLAN_ASKS_MORE", "对照方案继续整改"),
            Map.entry("PLAN_LINE_BOUNCED", "退回方案内容"),
            Map.entry("PLAN_LINE_SAVED", "填写方案内容"),
            Map.entry("RESULT_REFUSED", "结果未被接收"),
            Map.entry("RESULT_REPORTED", "报告整改结果"),
            Map.entry("RETURNED", "退回"),
            Map.entry("REVIEW_PASSED", "责任领导审核通过"),
            Map.entry("ROUTED", "确定核验单位"),
            Map.entry("STRUCK_OFF", "销号"),
            Map.entry("VERIFICATION_CONFIRMED", "复核确认"),
            Map.entry("VERIFIED", "核验"),
            Map.entry("ALERT_SEEN", "已阅提示"),
            Map.entry("CORRECTED", "勘误"),
            Map.entry("CO_OWNER_NAMED", "指定配合责任人"),
            Map.entry("CO_OWNER_CONFIRMED", "配合责任人完成分工"),
            Map.entry("CO_OWNER_RELEASED", "解除配合责任人"),
            Map.entry("COMMON_PROBLEM_GROUPED", "归入共性问题"),
            Map.entry("COMMON_PROBLEM_CHANGED", "调整共性问题"),
            Map.entry("COMMON_PROBLEM_DISSOLVED", "解除共性问题"),
            Map.entry("COMMON_PROBLEM_LEFT", "移出共性问题"),
            Map.entry("EVIDENCE_GIVEN", "提交佐证材料"),
            Map.entry("EXTENSION_REQUESTED", "申请延期"),
            Map.entry("EXTENSION_RAISED", "延期改由上一级审批"),
            Map.entry("EXTENDED", "同意延期"),
            Map.entry("EXTENSION_REFUSED", "不同意延期"),
            Map.entry("FINDING_ADDED", "增列问题"),
            Map.entry("LONG_TERM_REVIEWED", "复查长期坚持情况"),
            Map.entry("LONG_TERM_GOES_ON", "继续长期坚持"),
            Map.entry("LONG_TERM_CONFIRMED", "确认长期坚持结果"),
            Map.entry("MEASURE_REPORTED", "报告措施落实"),
            Map.entry("MEASURE_WITHDRAWN", "撤回措施落实报告"),
            Map.entry("PLAN_LINE_AMENDED", "修改方案内容"),
            Map.entry("LIMIT_AMENDED", "修改整改时限"),
            Map.entry("LIMIT_RECOMPUTED", "重新推算整改时限"),
            Map.entry("PLAN_LINE_CLAIMED", "认领"),
            Map.entry("PLAN_LINE_COMMENTED", "联合审核提出意见"),
            Map.entry("PLAN_LINE_DIVIDED_AGAIN", "重新分解"),
            Map.entry("RESULT_CLAIMED", "申报整改成效"),
            Map.entry("REVIEWER_CHANGED", "更换审核人"),
            Map.entry("RETURNED_REPEATEDLY", "多次退回"),
            Map.entry("PROGRESS_ENTERED", "填报整改进展"),
            Map.entry("HEARING_CONCLUDED", "集中听取结论"),
            Map.entry("CONSULTATION_REQUESTED", "约请沟通"),
            Map.entry("CONSULTATION_ACCEPTED", "同意沟通"),
            Map.entry("CONSULTATION_DECLINED", "不能沟通"),
            Map.entry("CONSULTATION_MINUTED", "登记沟通纪要"),
            Map.entry("CONSULTATION_CONFIRMED", "确认沟通纪要"),
            Map.entry("CONSULTATION_RETURNED", "退回沟通纪要"),
            Map.entry("IMMEDIATE_RESULT_RECORDED", "登记立行立改办理情况"),
            Map.entry("WARNED", "发出提醒"));

    private static final Map<String, String> FIELDS = fields();

    private static final Set<String> PEOPLE = Set.of(
            "leader", "person", "doer", "filled_in_by", "verified_by", "confirmed_by", "consented_by", "drafter");

    private final ObjectMapper json;

    MoveWords(ObjectMapper json) {
        this.json = json;
    }

    private static Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", "标题");
        fields.put("problem", "具体问题");
        fields.put("opinion", "整改意见");
        fields.put("state", "整改状态");
        fields.put("leader", "责任领导");
        fields.put("branch", "责任党支部（办、站、所）");
        fields.put("person", "责任人员");
        fields.put("due_on", "整改时限");
        fields.put("dueOn", "整改时限");
        fields.put("goal", "整改目标");
        fields.put("rootCause", "根源剖析");
        fields.put("similarCheck", "举一反三排查情况");
        fields.put("progress", "整改进展");
        fields.put("immediateResult", "立行立改办理情况");
        fields.put("result", "整改结果");
        fields.put("doer", "填报人");
        fields.put("filled_in_by", "代填人");
        fields.put("claimed_amount", "挽回资金（元）");
        fields.put("voucher", "凭证");
        fields.put("evidence", "佐证材料");
        fields.put("returns", "退回次数");
        fields.put("return_reason", "退回理由");
        fields.put("verdict", "核验结论");
        fields.put("verified_by", "核验人");
        fields.put("confirmed_by", "复核人");
        fields.put("consented_by", "同意人");
        fields.put("continued_until", "持续整改至");
        fields.put("next_review_on", "下次复查日期");
        fields.put("drafter", "编制人");
        return fields;
    }

    /** A kind without words of its own is shown as some other record, never as a code. */
    static String kind(String kind) {
        return KINDS.getOrDefault(kind, "其他记录");
    }

    /** Logins that stand in the content, so that all names can be read at once. */
    Set<String> people(@Nullable String... contents) {
        var logins = new TreeSet<String>();
        for (var content : contents) {
            var node = read(content);
            PEOPLE.forEach(field -> {
                if (node.path(field).isTextual()) {
                    logins.add(node.path(field).textValue());
                }
            });
        }
        return logins;
    }

    List<Change> changes(@Nullable String before, @Nullable String after, Map<String, String> names) {
        var from = read(before);
        var to = read(after);
        var changes = new ArrayList<Change>();
        FIELDS.forEach((field, label) -> {
            var old = words(field, from.path(field), names);
            var now = words(field, to.path(field), names);
            if (!old.equals(now)) {
                changes.add(new Change(label, old, now));
            }
        });
        return changes;
    }

    /** Whether the due day changed from one day to another: a first date is no change. */
    boolean dueDayChanged(@Nullable String before, @Nullable String after) {
        var from = read(before).path("due_on");
        var to = read(after).path("due_on");
        return from.isTextual() && to.isTextual() && !from.equals(to);
    }

    private static String words(String field, JsonNode value, Map<String, String> names) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        var text = value.asText();
        if (PEOPLE.contains(field)) {
            return names.getOrDefault(text, text);
        }
        return switch (field) {
            case "state" -> FindingState.valueOf(text).label();
            case "verdict" -> Verdict.valueOf(text).label();
            default -> text;
        };
    }

    private JsonNode read(@Nullable String content) {
        try {
            return content == null ? json.createObjectNode() : json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry of the trail cannot be read", e);
        }
    }

    /** One field; empty where it had or has no value. */
    public record Change(String label, String before, String after) {}
}
