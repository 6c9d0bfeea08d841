package org.rectification.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rectification.plan.Advice.Kind;
import org.springframework.lang.Nullable;

/**
 * Looks at a plan as a reviewer would, before it is submitted: grand words, nothing to count, goals that nobody can test,
 * dates that nobody can keep, the same text twice, paper instead of work (R40). What is forbidden is not here but in
 * {@link PlanLine#violations}.
 */
final class StressTest {

    /** So many limits of one leader within {@link #DAYS} days are too many; a local default. */
    static final int CROWD = 5;

    static final int DAYS = 3;

    /** Fewer lines than these all due on the last day tell nothing. */
    private static final int SEVERAL = 3;

    /** Shorter texts are alike by chance. */
    private static final int LONG_ENOUGH = 8;

    private final List<PlanLine> lines;
    private final Period period;
    private final List<Advice> found = new ArrayList<>();

    private StressTest(List<PlanLine> lines, Period period) {
        this.lines = lines;
        this.period = period;
    }

    /** @param lines of one plan, in their order */
    static List<Advice> of(List<PlanLine> lines, Period period) {
        var test = new StressTest(lines, period);
        lines.forEach(test::words);
        test.sameTexts();
        test.crowds();
        test.lastDay();
        return List.copyOf(test.found);
    }

    private void words(PlanLine line) {
        for (var i = 0; i < line.measures().size(); i++) {
            var measure = line.measures().get(i);
            if (measure.text() != null && measure.commonId() == null) {
                ofMeasure(line, measure, i);
            }
        }
        var own = line.measures().stream()
                .filter(each -> each.text() != null && each.commonId() == null)
                .toList();
        if (!own.isEmpty() && own.stream().noneMatch(each -> Phrases.hasQuantity(each.text()))) {
            add(line, "measures", Kind.NO_QUANTITY, "", "各条措施都没有数量、频次或范围，建议写明多少、多久、哪些。");
        }
        if (line.subject().ofVillage()
                && !line.measures().isEmpty()
                && line.measures().stream().allMatch(Measure::onlyHoldsToAccount)) {
            add(line, "measures", Kind.ONLY_ACCOUNTABILITY, "", "措施只有问责，建议补充解决问题本身的措施。");
        }
        goal(line);
        if (line.similarFound() != null && line.similarFound() > 0) {
            add(
                    line,
                    "similarFound",
                    Kind.SIMILAR_NOT_LISTED,
                    String.valueOf(line.similarFound()),
                    "排查发现同类问题" + line.similarFound() + "个，请核对是否已列为自查问题或并入其他问题整改。");
        }
    }

    private void ofMeasure(PlanLine line, Measure measure, int index) {
        var field = "measures[" + index + "].text";
        var name = "第" + (index + 1) + "条措施";
        Phrases.vagueWord(measure.text())
                .ifPresent(word -> add(line, field, Kind.VAGUE, word, name + "“" + word + "”没有具体对象和数量，建议写明做什么、做多少。"));
        if (measure.horizon() != Horizon.LASTING) {
            Phrases.onlyPaper(measure.text())
                    .ifPresent(word -> add(line, field, Kind.ONLY_PAPER, word, name + "只有“" + word + "”，没有解决问题的实际动作。"));
        }
    }

    private void goal(PlanLine line) {
        var goal = line.goal();
        if (goal == null || goal.isBlank()) {
            return;
        }
        Phrases.vagueWord(goal).ifPresent(word -> add(line, "goal", Kind.VAGUE, word, "整改目标“" + word + "”没有具体对象和数量。"));
        if (!Phrases.testable(goal)) {
            add(line, "goal", Kind.GOAL_NOT_TESTABLE, goal, "整改目标“" + goal + "”难以检验，建议写明达到什么数量、什么状态。");
        }
    }

    /** Each later line that says word by word what an earlier one says. */
    private void sameTexts() {
        var seen = new HashMap<String, PlanLine>();
        for (var line : lines) {
            same(line, "goal", "整改目标", line.goal(), seen);
            same(line, "rootCause", "根源剖析", line.rootCause(), seen);
            for (var i = 0; i < line.measures().size(); i++) {
                var measure = line.measures().get(i);
                if (measure.commonId() == null) {
                    same(line, "measures[" + i + "].text", "第" + (i + 1) + "条措施", measure.text(), seen);
                }
            }
        }
    }

    private void same(PlanLine line, String field, String name, @Nullable String text, HashMap<String, PlanLine> seen) {
        if (text == null || Phrases.bare(text).length() < LONG_ENOUGH) {
            return;
        }
        var kind = field.startsWith("measures") ? "measures" : field;
        var earlier = seen.putIfAbsent(kind + Phrases.bare(text), line);
        if (earlier != null && earlier != line) {
            add(
                    line,
                    field,
                    Kind.SAME_TEXT,
                    text,
                    name + "与" + earlier.subject().label() + "完全相同，请结合实际填写。");
        }
    }

    private void crowds() {
        var byLeader = lines.stream()
                .filter(line -> line.leader() != null && line.dueOn() != null)
                .collect(Collectors.groupingBy(
                        line -> Objects.requireNonNull(line.leader()).id(),
                        java.util.LinkedHashMap::new,
                        Collectors.toList()));
        byLeader.values().forEach(this::crowd);
    }

    /** The fullest stretch of days of one leader, once. */
    private void crowd(List<PlanLine> ofLeader) {
        var days = ofLeader.stream().map(PlanLine::dueOn).sorted().toList();
        int most = 0;
        LocalDate since = null;
        for (int from = 0, to = 0; from < days.size(); from++) {
            while (to < days.size() && days.get(to).isBefore(days.get(from).plusDays(DAYS))) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                since = days.get(from);
            }
        }
        if (most >= CROWD) {
            var leader = Objects.requireNonNull(ofLeader.get(0).leader()).name();
            found.add(new Advice(
                    null,
                    leader,
                    "dueOn",
                    Kind.CROWDED,
                    since.toString(),
                    "责任领导" + leader + "自" + since + "起" + DAYS + "日内有" + most + "个问题到期，建议错开时限。"));
        }
    }

    private void lastDay() {
        if (lines.size() >= SEVERAL
                && lines.stream().allMatch(line -> period.completeBy().equals(line.dueOn()))) {
            found.add(new Advice(
                    null,
                    "全部问题",
                    "dueOn",
                    Kind.LAST_DAY,
                    period.completeBy().toString(),
                    "全部" + lines.size() + "个问题的整改时限都是最后一天" + period.completeBy() + "，建议按难易分批确定时限。"));
        }
    }

    private void add(PlanLine line, String field, Kind kind, String phrase, String text) {
        found.add(new Advice(line.subject().findingId(), line.subject().label(), field, kind, phrase, text));
    }
}
