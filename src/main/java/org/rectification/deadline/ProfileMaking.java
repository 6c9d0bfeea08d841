package org.rectification.deadline;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes an own profile out of an existing one. What is not changed keeps its source; what is changed says who decided it
 * and why, and is shown as a local default, never as law.
 */
@Service
public class ProfileMaking {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_WHY = 200;

    /** The only parameter that a profile may do without. */
    private static final String NOT_EVERYWHERE = "secondEvaluation";

    /** What may be set, with the words for it and what a value must be. */
    private static final Map<String, String[]> PARAMETERS = parameters();

    private final Profiles profiles;
    private final OwnProfiles own;

    ProfileMaking(Profiles profiles, OwnProfiles own) {
        this.profiles = profiles;
        this.own = own;
    }

    private static Map<String, String[]> parameters() {
        var span = "应为1至1000个工作日、天或月";
        var count = "应为不小于1的整数";
        var words = new LinkedHashMap<String, String[]>();
        words.put("dayZero", new String[] {"起算日（第0日）", "请从所列起算日中选择"});
        words.put("immediateDue", new String[] {"立行立改期限", span});
        words.put("planDue", new String[] {"报送整改方案期限", span});
        words.put("planReviewDue", new String[] {"整改方案审核期限", span});
        words.put("planReviewers", new String[] {"整改方案审核单位", "填写有误"});
        words.put("thematicMeetingsDue", new String[] {"专题民主（组织）生活会期限", span});
        words.put("period", new String[] {"集中整改期", span});
        words.put("jointHearing", new String[] {"第二个月月末的取法", "请从所列取法中选择"});
        words.put("hearingInvitationWorkingDays", new String[] {"集中听取邀请提前量", count});
        words.put("progressReports", new String[] {"整改进展报送周期", "请从所列周期中选择"});
        words.put("progressMergeDays", new String[] {"并入整改报告的天数", count});
        words.put("finalReportsStartWorkingDays", new String[] {"起草整改报告提前量", count});
        words.put("finalReportRecipients", new String[] {"整改报告报送单位", "填写有误"});
        words.put("continuedReports", new String[] {"持续整改报送周期", "请从所列周期中选择"});
        words.put("evaluationDue", new String[] {"整改评估期限", span});
        words.put("secondEvaluation", new String[] {"再次评估期限（公开后）", span + "，或者选择不安排"});
        words.put("evaluationGrades", new String[] {"评估等次", "填写有误"});
        words.put("revisits", new String[] {"整改回访时间（签字后）", "每次应为1至1000个工作日、天或月"});
        words.put(
                "ladder", new String[] {"三色预警", "绿色提醒的天数应多于黄色预警，黄色预警不少于1天，红色督办不少于0天，报监督单位应晚于红色督办次日，提出整改问责建议应晚于报监督单位"});
        words.put("secondHearingLabel", new String[] {"反馈前第二次听取汇报的名称", "填写有误"});
        words.put("areas", new String[] {"问题类别", "填写有误"});
        return words;
    }

    /** One parameter of a profile for the page. */
    public record Line(String name, String label, Object value, String basis, String certainty) {}

    /** The parameters of a profile that may be set, in order. */
    public List<Line> lines(Profile profile) {
        var tree = Profiles.asTree(profile);
        var lines = new ArrayList<Line>();
        PARAMETERS.forEach((name, words) -> {
            var parameter = tree.path(name);
            lines.add(
                    parameter.isNull()
                            ? new Line(name, words[0], NullNode.instance, "未安排", "")
                            : new Line(
                                    name,
                                    words[0],
                                    parameter.path("value"),
                                    parameter.path("basis").asText(),
                                    Certainty.valueOf(
                                                    parameter.path("certainty").asText())
                                            .label()));
        });
        return lines;
    }

    /** What was made, or everything that is wrong: the field and the sentence. */
    public record Made(@Nullable Profile profile, Map<String, String> wrong) {}

    /** Stores nothing when anything is wrong. */
    @Transactional
    public Made make(ProfileEntry entry, String actor) {
        var wrong = new LinkedHashMap<String, String>();
        var base = profiles.find(entry.base());
        if (base.isEmpty()) {
            wrong.put("base", "没有这个期限口径，不能以它为底本。");
            return new Made(null, wrong);
        }
        text(entry.name(), "name", "名称", LONGEST_NAME, wrong);
        text(entry.decidedBy(), "decidedBy", "决定机关", LONGEST_NAME, wrong);
        var values = entry.values() == null ? Map.<String, ProfileEntry.Own>of() : entry.values();
        if (values.isEmpty()) {
            wrong.put("values", "没有改动任何参数，请直接使用原口径。");
        }
        if (profiles.all().stream()
                .anyMatch(each -> !each.id().startsWith("own-") && each.name().equals(entry.name()))) {
            wrong.put("name", "名称与自带的期限口径相同，请另起名称。");
        }
        var tree = Profiles.asTree(base.get());
        var known = profiles.all();
        values.forEach((name, value) -> set(tree, base.get(), known, name, value, entry.decidedBy(), wrong));
        if (!wrong.isEmpty()) {
            return new Made(null, wrong);
        }
        var place = own.next(entry.name());
        tree.put("id", place.id());
        tree.put("name", place.version() == 1 ? entry.name() : entry.name() + "（第" + place.version() + "版）");
        var profile = Profiles.of(tree);
        own.add(place, entry.name(), profile, actor);
        return new Made(profile, wrong);
    }

    private static void set(
            ObjectNode tree,
            Profile base,
            List<Profile> known,
            String name,
            @Nullable ProfileEntry.Own own,
            @Nullable String decidedBy,
            Map<String, String> wrong) {
        var words = PARAMETERS.get(name);
        if (words == null || own == null) {
            wrong.put(name, "没有这个参数。");
            return;
        }
        text(own.why(), name + ".why", words[0] + "的理由", LONGEST_WHY, wrong);
        if (name.equals(NOT_EVERYWHERE) && (own.value() == null || own.value().isNull())) {
            tree.putNull(name);
            return;
        }
        var refusal = ProfileLists.refusal(name, own.value(), known);
        if (refusal.isPresent()) {
            wrong.put(name, words[0] + refusal.get() + "。");
            return;
        }
        var clause = tree.path(name).path("clause");
        var parameter = tree.putObject(name);
        parameter.set("value", own.value());
        parameter.set("clause", clause.isMissingNode() ? NullNode.instance : clause);
        parameter.put("certainty", Certainty.OWN.name());
        parameter.put("basis", decidedBy + "确定：" + own.why());
        try {
            var alone = Profiles.asTree(base);
            alone.set(name, parameter);
            Profiles.of(alone);
            demandPositive(name, own);
        } catch (IllegalArgumentException e) {
            wrong.put(name, words[0] + words[1] + "。");
        }
    }

    private static void demandPositive(String name, ProfileEntry.Own own) {
        if (own.value() != null
                && own.value().isNumber()
                && (!own.value().isInt()
                        || own.value().asInt() < 1
                        || own.value().asInt() > 1000)) {
            throw new IllegalArgumentException(name + " must be 1 to 1000: " + own.value());
        }
    }

    private static void text(
            @Nullable String value, String field, String label, int longest, Map<String, String> wrong) {
        if (value == null || value.isBlank()) {
            wrong.put(field, "请填写" + label + "。");
        } else if (value.length() > longest || value.chars().anyMatch(Character::isISOControl)) {
            wrong.put(field, label + "最多 " + longest + " 个字，不能换行。");
        }
    }
}
