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

/** Puts what an entry of the trail changed into words: which fields, from what to what. */
@Component
class MoveWords {

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
        fields.put("noticeLabel", "督办文书");
        fields.put("noticeSender", "督办发出单位");
        fields.put("replyDueOn", "督办回复期限");
        return fields;
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
