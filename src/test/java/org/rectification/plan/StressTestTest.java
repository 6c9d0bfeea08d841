package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.plan.Advice.Kind;
import org.rectification.support.Clause;

/** What the stress test advises, phrase by phrase; and what it leaves alone. */
@Clause("S19")
class StressTestTest {

    private static final Period PERIOD = new Period(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 6, 10));
    private static final Officer PERSON = new Officer("p", "李干事", Set.of("RESPONSIBLE_PERSON"));
    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "进一步加强对项目的监督管理|进一步",
                "加强思想教育，清退3户违规低保|加强",
                "高度重视信访工作|高度重视",
                "着力抓好作风建设|着力",
                "切实履行职责|切实",
                "加强对32处隐患点的巡查|",
                "进一步完善村级资金管理办法|",
                "清退违规发放的补贴1.2万元|"
            })
    void grandWordWithoutObjectAndNumberIsNamed(String text, String phrase) {
        assertThat(phrases(Kind.VAGUE, measures(text, "每月核对3个村的台账")))
                .isEqualTo(phrase == null ? List.of() : List.of(phrase));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"核对台账|修订管理办法|true", "核对12个村的台账|修订管理办法|false", "逐户核对台账|修订管理办法|false", "核对台账|修订管理办法，每季度抽查|false"})
    void lineWithoutAnyQuantityIsNamed(String now, String lasting, boolean advised) {
        assertThat(kinds(measures(now, lasting)).contains(Kind.NO_QUANTITY)).isEqualTo(advised);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "作风明显好转|true",
                "形成风清气正的良好氛围|true",
                "低保评议公示率100%|false",
                "合同签订手续齐全|false",
                "违规资金全部收回|false",
                "同类问题不再发生|false"
            })
    void goalThatNobodyCanTestIsNamed(String goal, boolean advised) {
        assertThat(kinds(line("f1", "1", goal, DAY, "张领导", "清退3户", "修订办法")).contains(Kind.GOAL_NOT_TESTABLE))
                .isEqualTo(advised);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"召开专题会议3次|召开", "印发通知12份|印发", "组织学习文件2次|学习", "召开会议研究，清退违规补贴12户|", "排查12个村并公示|"})
    void measureThatOnlyMeetsOrIssuesPaperIsNamed(String text, String phrase) {
        assertThat(phrases(Kind.ONLY_PAPER, measures(text, "修订管理办法")))
                .isEqualTo(phrase == null ? List.of() : List.of(phrase));
    }

    @Test
    void lastingMeasureThatIssuesARuleIsNoPaperWork() {
        assertThat(kinds(measures("清退12户", "印发村级资金管理制度"))).doesNotContain(Kind.ONLY_PAPER);
    }

    @ParameterizedTest
    @CsvSource({"4,0,false", "5,0,true", "5,2,true", "5,3,false"})
    void oneLeaderWithManyLimitsWithinThreeDaysIsNamed(int lines, int spread, boolean advised) {
        var all = new ArrayList<PlanLine>();
        for (var i = 0; i < lines; i++) {
            var day = DAY.plusDays(i == lines - 1 ? spread : 0);
            all.add(line("f" + i, "" + i, "公示率10" + i + "%", day, "张领导", "清退" + i + "户违规低保对象", "修订第" + i + "项办法"));
        }
        var found = StressTest.of(all, PERIOD).stream()
                .filter(each -> each.kind() == Kind.CROWDED)
                .toList();
        assertThat(found).hasSize(advised ? 1 : 0);
        if (advised) {
            assertThat(found.get(0).text()).isEqualTo("责任领导张领导自2026-05-20起3日内有5个问题到期，建议错开时限。");
        }
    }

    @ParameterizedTest
    @CsvSource({"3,0,true", "3,1,false", "2,0,false"})
    void allLimitsOnTheLastDayAreNamed(int lines, int earlier, boolean advised) {
        var all = IntStream.range(0, lines)
                .mapToObj(i -> line(
                        "f" + i,
                        "" + i,
                        "公示率10" + i + "%",
                        PERIOD.completeBy().minusDays(i == 0 ? earlier : 0),
                        "领导" + i,
                        "清退" + i + "户违规低保对象",
                        "修订第" + i + "项办法"))
                .toList();
        assertThat(StressTest.of(all, PERIOD).stream().anyMatch(each -> each.kind() == Kind.LAST_DAY))
                .isEqualTo(advised);
    }

    @Test
    void sameTextInTwoLinesIsNamedWithTheEarlierLine() {
        var found = StressTest.of(
                        List.of(
                                line("f1", "1", "公示率100%", DAY, "张领导", "逐户核对低保对象，清退不符合的对象", "修订评议办法"),
                                line("f2", "2", "登记率100%", DAY, "张领导", "逐户核对低保对象、清退不符合的对象。", "每月核对")),
                        PERIOD)
                .stream()
                .filter(each -> each.kind() == Kind.SAME_TEXT)
                .toList();
        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.findingId()).isEqualTo("f2");
            assertThat(each.field()).isEqualTo("measures[0].text");
            assertThat(each.text()).isEqualTo("第1条措施与镇本级第1号问题“问题1”完全相同，请结合实际填写。");
        });
    }

    @Test
    void commonMeasureOfSeveralVillagesIsNoSameText() {
        var common = new Measure("m", Horizon.LASTING, "由镇里统一制定小额工程管理办法", null, false, "c1");
        var one = with(line("f1", "1", "公示率100%", DAY, "张领导"), common);
        var other = with(line("f2", "2", "登记率100%", DAY, "张领导"), common);
        assertThat(StressTest.of(List.of(one, other), PERIOD)).noneMatch(each -> each.kind() == Kind.SAME_TEXT);
    }

    @Test
    void foundElsewhereButNotListedIsNamed() {
        assertThat(StressTest.of(List.of(line("f1", "1", "公示率100%", DAY, "张领导", "清退3户", "修订办法", 2)), PERIOD))
                .extracting(Advice::kind)
                .contains(Kind.SIMILAR_NOT_LISTED);
    }

    @Test
    void soundLineGetsNoAdvice() {
        assertThat(StressTest.of(
                        List.of(line("f1", "1", "低保评议公示率100%", DAY, "张领导", "逐户核对128户低保对象并公示", "修订低保评议办法")), PERIOD))
                .isEmpty();
    }

    private static List<String> phrases(Kind kind, PlanLine line) {
        return StressTest.of(List.of(line), PERIOD).stream()
                .filter(each -> each.kind() == kind)
                .map(Advice::phrase)
                .toList();
    }

    private static List<Kind> kinds(PlanLine line) {
        return StressTest.of(List.of(line), PERIOD).stream().map(Advice::kind).toList();
    }

    private static PlanLine measures(String now, String lasting) {
        return line("f1", "1", "公示率100%", DAY, "张领导", now, lasting);
    }

    private static PlanLine line(
            String id, String number, String goal, LocalDate dueOn, String leader, String now, String lasting) {
        return line(id, number, goal, dueOn, leader, now, lasting, 0);
    }

    private static PlanLine line(String id, String number, String goal, LocalDate dueOn, String leader) {
        return line(id, number, goal, dueOn, leader, "清退" + number + "户违规低保对象", "修订第" + number + "项办法", 0);
    }

    private static PlanLine line(
            String id,
            String number,
            String goal,
            LocalDate dueOn,
            String leader,
            String now,
            String lasting,
            int similarFound) {
        return new PlanLine(
                new Subject(id, number, "问题" + number, null, null, "问题", "意见", false),
                new Officer(leader, leader, Set.of("LEADERSHIP_MEMBER")),
                "党政办",
                PERSON,
                "原因" + number,
                "排查情况",
                12,
                similarFound,
                goal,
                dueOn,
                List.of(new Measure(Horizon.NOW, now, null), new Measure(Horizon.LASTING, lasting, null)),
                null,
                null,
                null);
    }

    private static PlanLine with(PlanLine line, Measure measure) {
        return new PlanLine(
                line.subject(),
                line.leader(),
                line.branch(),
                line.person(),
                line.rootCause(),
                line.similarCheck(),
                line.similarChecked(),
                line.similarFound(),
                line.goal(),
                line.dueOn(),
                List.of(line.measures().get(0), measure),
                null,
                null,
                null);
    }
}
