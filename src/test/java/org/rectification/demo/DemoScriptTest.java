package org.rectification.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.DeadlineRules;
import org.rectification.deadline.WorkingCalendar;
import org.springframework.core.io.ClassPathResource;

class DemoScriptTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 1, 1);

    private final Story story = new StoryBook(
                    new ObjectMapper().registerModule(new JavaTimeModule()), new ClassPathResource("demo/round.yaml"))
            .read();
    private final Days days =
            new Days(DeadlineRules.profiles(), DeadlineRules.calculator(), WorkingCalendar.ofPublishedNotices());
    private final DemoScript script = new DemoScript(
            new RoundPaper(null, null),
            new OrganisationScript(null, null),
            new TalkScript(null, null, null, null, null),
            new MeetingScript(null, null, null, null, null, null, null, null, null, null),
            new PlanScript(null, null, null, null, null, null, null),
            new FindingScript(null, null, null, null, null, null, null, null),
            new NoticeScript(null, null));

    @Test
    void whicheverDayTheDemoStartsTheHearingIsTheNextPossibleOne() {
        everyDay().forEach(today -> assertThat(calendar(today).hearing())
                .isBetween(today.plusDays(2), today.plusDays(12)));
        assertThat(calendar(LocalDate.of(2026, 5, 12)).hearing()).isEqualTo(LocalDate.of(2026, 5, 14));
    }

    @Test
    void whicheverDayTheDemoStartsWhatIsSaidFitsTheDaysOfThePlanAndOfTheReports() {
        everyDay().forEach(today -> {
            var calendar = calendar(today);
            var steps = script.of(story, calendar);
            var qingxi = story.organisations().get(0);
            qingxi.selfFound()
                    .forEach(found -> inOrder(
                            steps,
                            qingxi,
                            "自查发现“" + found.problem().title() + "”",
                            "编制“" + found.problem().title() + "”",
                            "编制人提交方案条目"));
            inOrder(steps, qingxi, "填报第2期进展", "起草第2期进展报告");
            inOrder(steps, qingxi, "约请沟通", "同意沟通", "登记沟通纪要", "确认沟通纪要");
            assertThat(steps.stream()
                            .filter(step -> step.label().endsWith("填报第4期进展"))
                            .map(step -> step.at()
                                    .atZone(org.rectification.deadline.ShanghaiTime.ZONE)
                                    .toLocalDate()))
                    .as("only on a list that is open, " + today)
                    .allSatisfy(day -> assertThat(day)
                            .isBetween(
                                    calendar.listOpensOn(4),
                                    calendar.progressReports().get(3)));
        });
    }

    @Test
    void whicheverDayTheDemoStartsEverythingHappenedBeforeInTheOrderTold() {
        everyDay().forEach(today -> {
            var calendar = calendar(today);
            var steps = script.of(story, calendar);
            assertThat(steps).allMatch(step -> step.at().isBefore(DemoCalendar.at(today, 0, 0)), "not before " + today);
            for (var township : story.organisations()) {
                inOrder(
                        steps,
                        township,
                        "登记反馈会议",
                        "分解整改任务",
                        "编制“" + township.findings().get(0).title() + "”",
                        "编制人提交方案条目",
                        "回应反馈意见",
                        "党委审议方案",
                        "巡察办审核方案",
                        "印发方案",
                        "登记专题会议",
                        "邀请集中听取");
                inOrder(steps, township, "起草第1期进展报告", "审定第1期进展报告", "起草第2期进展报告", "邀请集中听取");
                township.findings().stream()
                        .filter(problem -> problem.acts() != null)
                        .forEach(problem ->
                                inOrder(steps, List.of(told(township, "登记反馈会议"), lastAct(township, problem))));
            }
        });
    }

    private static String lastAct(Story.Township township, Story.Problem problem) {
        var acts = problem.acts();
        var last = acts.substring(acts.lastIndexOf(' ') + 1);
        return Verb.of(last.substring(0, last.indexOf('@'))).of(township, problem);
    }

    private static void inOrder(List<Step> steps, Story.Township township, String... labels) {
        inOrder(steps, Stream.of(labels).map(label -> told(township, label)).toList());
    }

    private static void inOrder(List<Step> steps, List<String> told) {
        assertThat(steps.stream().map(Step::label).filter(told::contains).distinct())
                .containsExactlyElementsOf(told);
    }

    private static String told(Story.Township township, String label) {
        return township.name() + "：" + label;
    }

    private DemoCalendar calendar(LocalDate today) {
        return days.calendar(days.feedbackFor(today), today);
    }

    private static Stream<LocalDate> everyDay() {
        return FIRST.datesUntil(LAST);
    }
}
