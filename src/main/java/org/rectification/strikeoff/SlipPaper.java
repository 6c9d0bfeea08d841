package org.rectification.strikeoff;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rectification.strikeoff.Slip.Act;
import org.rectification.word.Paper;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Slips as one Word file, each on pages of its own. */
@Component
class SlipPaper {

    private static final List<Integer> FACTS = List.of(14, 20, 13, 20, 13, 20);
    private static final List<Integer> MEASURES = List.of(8, 11, 35, 31, 15);
    private static final List<Integer> EVIDENCE = List.of(8, 12, 22, 14, 14, 30);
    private static final List<Integer> CLAIMS = List.of(8, 22, 14, 40, 16);
    private static final List<Integer> ACTS = List.of(15, 13, 24, 48);

    private final Clock clock;

    SlipPaper(Clock clock) {
        this.clock = clock;
    }

    void write(List<Slip> slips, OutputStream out) throws IOException {
        try (var paper = Paper.portrait(slips.get(0).organisationName() + "　巡察整改对账销号表")) {
            for (int i = 0; i < slips.size(); i++) {
                if (i > 0) {
                    paper.newPage();
                }
                one(paper, slips.get(i));
            }
            paper.write(out);
        }
    }

    private void one(Paper paper, Slip slip) {
        paper.title("巡察整改问题对账销号表")
                .subtitle(slip.organisationName() + "　" + slip.place() + "　第" + slip.number() + "号问题")
                .facts(FACTS, facts(slip));
        paper.heading("一、目标与结果对账")
                .facts(
                        List.of(14, 86),
                        List.of(List.of("整改目标", words(slip.goal())), List.of("整改结果", words(slip.result()))))
                .table(MEASURES, List.of("序号", "类别", "方案确定的措施", "完成情况", "完成日期"), measures(slip));
        paper.heading("二、佐证材料")
                .table(EVIDENCE, List.of("序号", "种类", "文件名称", "反映日期", "上传日期", "校验码（SHA-256）"), evidence(slip));
        if (!slip.claims().isEmpty()) {
            paper.heading("整改成效").table(CLAIMS, List.of("序号", "类别", "数量", "说明", "认定情况"), claims(slip));
        }
        paper.heading("三、办理、审核、退回和核验").table(ACTS, List.of("日期", "人员", "事项", "意见和理由"), acts(slip));
        paper.heading("四、销号")
                .facts(
                        List.of(14, 36, 14, 36),
                        List.of(
                                List.of("核验人", words(slip.verifier()), "确认人", words(slip.confirmer())),
                                List.of("现场核验", words(slip.siteCheck())),
                                List.of(
                                        "销号日期",
                                        slip.struckOffOn() == null
                                                ? "尚未销号（当前状态：" + slip.state() + "）"
                                                : slip.struckOffOn().toString(),
                                        "销号清单",
                                        words(slip.batch()))))
                .text("责任领导（签名）：　　　　　　　　　　核验人（签名）：　　　　　　　　　　");
    }

    private static List<List<String>> facts(Slip slip) {
        return List.of(
                List.of("问题", slip.title()),
                List.of("具体情况", slip.problem()),
                List.of("整改意见", words(slip.opinion())),
                List.of("根源剖析", words(slip.rootCause())),
                List.of("问题类别", slip.area()),
                List.of("责任领导", words(slip.leader()), "责任单位", words(slip.branch()), "责任人员", words(slip.person())),
                List.of(
                        "原定时限",
                        slip.originalDueOn().toString(),
                        "现行时限",
                        slip.dueOn().toString(),
                        "退回次数",
                        slip.of("RETURNED").size() + "次"),
                List.of("办理人", words(slip.doer()), "代填人", words(slip.filledInBy()), "问题状态", slip.state()));
    }

    /** Planned beside done; what stands alone on one side is seen at once. */
    private static List<List<String>> measures(Slip slip) {
        return numbered(
                slip.measures(),
                MEASURES.size(),
                each -> List.of(
                        each.horizon(),
                        each.planned() == null ? "方案未列" : each.planned(),
                        each.done() == null ? "未报告完成" : each.done(),
                        each.doneOn() == null ? "无" : each.doneOn().toString()));
    }

    private static List<List<String>> evidence(Slip slip) {
        return numbered(
                slip.evidence(),
                EVIDENCE.size(),
                each -> List.of(
                        each.kind(),
                        each.name(),
                        each.representsOn().toString(),
                        each.uploadedOn() == null ? "线下报送" : each.uploadedOn().toString(),
                        words(each.sha256())));
    }

    private static List<List<String>> claims(Slip slip) {
        return numbered(
                slip.claims(),
                CLAIMS.size(),
                each -> List.of(each.kind(), each.quantity(), each.text(), each.standing()));
    }

    private static <T> List<List<String>> numbered(List<T> items, int columns, Function<T, List<String>> cells) {
        if (items.isEmpty()) {
            var none = new ArrayList<>(Collections.nCopies(columns, ""));
            none.set(1, "无");
            return List.of(none);
        }
        return IntStream.range(0, items.size())
                .mapToObj(i -> Stream.concat(Stream.of(String.valueOf(i + 1)), cells.apply(items.get(i)).stream())
                        .toList())
                .toList();
    }

    private List<List<String>> acts(Slip slip) {
        return slip.acts().isEmpty()
                ? List.of(List.of("", "", "无", ""))
                : slip.acts().stream().map(this::act).toList();
    }

    private List<String> act(Act act) {
        return List.of(
                act.at().atZoneSameInstant(clock.getZone()).toLocalDate().toString(),
                act.kind().equals("STRUCK_OFF") ? "系统" : act.who(),
                what(act),
                words(act.note()));
    }

    private static String what(Act act) {
        return switch (act.kind()) {
            case "RESULT_REPORTED" -> "报告整改结果";
            case "REVIEW_PASSED" -> "审核通过";
            case "RETURNED" -> "退回：" + act.verdict();
            case "VERIFIED" -> "核验结论：" + words(act.verdict());
            case "VERIFICATION_CONFIRMED" -> "确认核验结论";
            default -> "对账销号";
        };
    }

    private static String words(@Nullable String text) {
        return text == null || text.isBlank() ? "无" : text;
    }
}
