package org.rectification.plan;

import java.util.Optional;
import java.util.regex.Pattern;
import org.rectification.finding.AccountabilityWords;

/** What the words of a plan give away. Knows phrases, not grammar: whoever writes plainly is understood. */
final class Phrases {

    private static final Pattern VAGUE =
            Pattern.compile("进一步|高度重视|着力|切实|不断|大力|狠抓|认真抓好|深入推进|加强|强化|提高认识|压紧压实|常抓不懈|举一反三抓好");
    private static final Pattern QUANTITY = Pattern.compile(
            "[0-9０-９]|百分之|[一二两三四五六七八九十百千万]+(?:个|名|户|份|次|处|项|件|条|人|天|日|周|月|年|季|万元|元|亩|村|场|批|本|张|起|笔|家|台|所)"
                    + "|每(?:月|周|季|年|半月|户|村|人|笔|次|日)|逐(?:一|户|村|笔|项|件|人|月|条|宗|点|级)|全部|所有|各村|各户");
    private static final Pattern OBJECT =
            Pattern.compile("《|制度|办法|细则|规定|台账|清单|合同|公示|凭证|档案|名册|责任书|流程|预案|协议|账目|票据|设施|资金|款项");
    private static final Pattern TESTABLE = Pattern.compile(
            "齐全|完整|规范运行|办结|清零|公示|印发|建成|达到|归还|收回|退还|追回|到位率|完成率|不再|杜绝|零|为止|以上|以内|之前|按期|如期|真实|到人|到户|可查|公开");
    private static final Pattern PAPER = Pattern.compile("召开|开会|会议|学习|传达|下发|印发|发文|通知|部署|强调|要求|提醒");
    private static final Pattern DOING =
            Pattern.compile("清退|退还|追缴|追回|收回|补办|补签|补缴|补充|修缮|修复|维修|核查|核对|排查|清理|清查|公示|公开|兑付|兑现|建成|建立|更换|拆除"
                    + "|审计|走访|入户|纠正|处置|整治|销号|化解|发放|调整|完善|修订|制定|签订|解除|盘活|归档|登记|测量|评估|验收|缴入|上墙");

    private Phrases() {}

    /** The first grand word in a clause that names neither a number nor a thing. */
    static Optional<String> vagueWord(String text) {
        return AccountabilityWords.clauses(text)
                .filter(clause ->
                        !hasQuantity(clause) && !OBJECT.matcher(clause).find())
                .flatMap(clause -> VAGUE.matcher(clause).results())
                .map(found -> found.group())
                .findFirst();
    }

    static boolean hasQuantity(String text) {
        return QUANTITY.matcher(text).find();
    }

    static boolean testable(String goal) {
        return hasQuantity(goal) || TESTABLE.matcher(goal).find();
    }

    /** The word of a measure that says no more than that a meeting was held or a paper issued (R40). */
    static Optional<String> onlyPaper(String text) {
        var found = PAPER.matcher(text);
        return !DOING.matcher(text).find() && found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** Letters and figures only, so that punctuation makes no difference. */
    static String bare(String text) {
        return text.replaceAll("[\\p{P}\\p{S}\\s]", "");
    }
}
