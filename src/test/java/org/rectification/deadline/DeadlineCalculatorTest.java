package org.rectification.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeadlineCalculatorTest {

    private static final LocalDate TENTH_OF_MARCH = LocalDate.of(2026, 3, 10);

    private final Profiles profiles = Profiles.packaged();
    private final Profile speech = profiles.get("speech-2020");
    private final DeadlineCalculator calculator = new DeadlineCalculator(WorkingCalendar.ofPublishedNotices());

    static Stream<Arguments> casesWorkedOutByHand() throws IOException {
        Map<String, List<String>> rowsByCase;
        try (var reader = new BufferedReader(new InputStreamReader(
                DeadlineCalculatorTest.class.getResourceAsStream("/deadline/cases.csv"), StandardCharsets.UTF_8))) {
            rowsByCase = reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", 4))
                    .collect(Collectors.groupingBy(
                            cells -> String.join(",", cells[0], cells[1], cells[2]),
                            LinkedHashMap::new,
                            Collectors.mapping(cells -> cells[3], Collectors.toList())));
        }
        return rowsByCase.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesWorkedOutByHand")
    void computesEveryDateOfTheCase(String start, List<String> expected) {
        String[] cells = start.split(",", -1);
        LocalDate completeBy = cells[2].isEmpty() ? null : LocalDate.parse(cells[2]);

        Deadlines deadlines =
                calculator.deadlinesFor(profiles.get(cells[0]), LocalDate.parse(cells[1]), completeBy, null);

        assertThat(deadlines.all().stream().map(DeadlineCalculatorTest::row)).isEqualTo(expected);
    }

    private static String row(Deadline deadline) {
        return Stream.of(
                        deadline.id().code(),
                        deadline.index(),
                        deadline.date(),
                        deadline.provisional(),
                        deadline.mergedInto())
                .map(cell -> cell == null ? "" : cell.toString())
                .collect(Collectors.joining(","));
    }

    @Test
    void servicesReachTheSameDatesByName() {
        Deadlines deadlines = calculator.deadlinesFor(speech, TENTH_OF_MARCH);

        assertThat(deadlines.immediateDue().date()).isEqualTo("2026-03-24");
        assertThat(deadlines.planDue().date()).isEqualTo("2026-03-31");
        assertThat(deadlines.thematicMeetingsDue().date()).isEqualTo("2026-04-09");
        assertThat(deadlines.progressReports()).hasSize(6);
        assertThat(deadlines.separateProgressReports())
                .extracting(Deadline::index)
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(deadlines.monthTwoReview())
                .hasValueSatisfying(d -> assertThat(d.date()).isEqualTo("2026-05-09"));
        assertThat(deadlines.monthTwoInvitation())
                .hasValueSatisfying(d -> assertThat(d.date()).isEqualTo("2026-04-29"));
        assertThat(deadlines.completeBy().date()).isEqualTo("2026-06-10");
        assertThat(deadlines.finalReportsStart().date()).isEqualTo("2026-05-27");
        assertThat(deadlines.finalReportsDue().date()).isEqualTo("2026-06-10");
        assertThat(deadlines.continuedReports()).hasSize(4);
        assertThat(deadlines.evaluationDue().date()).isEqualTo("2026-07-10");
        assertThat(deadlines.revisits()).extracting(Deadline::index).containsExactly(1, 2);
    }

    @Test
    void profileWithoutHearingDateHasNeitherHearingNorInvitation() {
        Deadlines deadlines = calculator.deadlinesFor(profiles.get("reg-2017"), TENTH_OF_MARCH);

        assertThat(deadlines.monthTwoReview()).isEmpty();
        assertThat(deadlines.monthTwoInvitation()).isEmpty();
        assertThat(deadlines.progressReports()).isEmpty();
    }

    @Test
    void dateInTheImmediateNoticeWinsOverTheDefault() {
        LocalDate sunday = LocalDate.of(2026, 3, 15);

        assertThat(calculator
                        .deadlinesFor(speech, TENTH_OF_MARCH, null, sunday)
                        .immediateDue()
                        .date())
                .isEqualTo(sunday);
    }

    @Test
    void reviewersHaveFiveWorkingDaysFromSubmission() {
        // Thursday 30 April; Labour Day until 5 May; 6, 7, 8, make-up Saturday 9, Monday 11 May
        Deadline review = calculator.planReviewDue(speech, LocalDate.of(2026, 4, 30));

        assertThat(review.date()).isEqualTo("2026-05-11");
        assertThat(review.steps()).anyMatch(step -> step.contains("跳过劳动节5天，调休上班1天计入"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-10, 2026-06-30",
        "2026-06-29, 2026-06-30",
        "2026-06-30, 2026-09-30", // strictly later
        "2028-09-29, 2028-12-29", // Saturday 30 September was due on the 29th; 31 December is a Sunday
        "2026-12-31, 2027-03-31"
    })
    void continuedReportIsDueOnTheLastWorkingDayOfTheQuarter(LocalDate after, LocalDate expected) {
        assertThat(calculator.continuedReportAfter(speech, after))
                .hasValueSatisfying(report -> assertThat(report.date()).isEqualTo(expected));
    }

    @Test
    void profileMayAskForNoContinuedReports() throws Exception {
        Profile without = changed("value: QUARTER_END", "value: NONE");

        assertThat(calculator.continuedReportAfter(without, TENTH_OF_MARCH)).isEmpty();
        assertThat(calculator.deadlinesFor(without, TENTH_OF_MARCH).continuedReports())
                .isEmpty();
    }

    @Test
    void onlyTheRulesOf2024AskForASecondEvaluation() {
        // 6 March 2027 is a Saturday
        assertThat(calculator.secondEvaluationDue(profiles.get("reg-2024"), LocalDate.of(2026, 3, 6)))
                .hasValueSatisfying(second -> assertThat(second.date()).isEqualTo("2027-03-05"));
        assertThat(calculator.secondEvaluationDue(speech, TENTH_OF_MARCH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-04-30",
        "2025-12-20, 2026-01-30", // 31 January is a Saturday
        "2026-01-31, 2026-02-28" // a make-up Saturday
    })
    void hearingMayBeReadAsTheEndOfTheSecondCalendarMonth(LocalDate feedbackOn, LocalDate expected) throws Exception {
        Profile monthEnd = changed("value: ROLLING", "value: CALENDAR_MONTH_END");

        assertThat(calculator.deadlinesFor(monthEnd, feedbackOn).monthTwoReview())
                .hasValueSatisfying(review -> assertThat(review.date()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({
        // 8 March plus a week is Sunday 15 March; 31 May is a Sunday
        "2026-03-08, 2026-03-13 2026-03-31 2026-04-15 2026-04-30 2026-05-15 2026-05-29",
        "2026-03-09, 2026-03-31 2026-04-15 2026-04-30 2026-05-15 2026-05-29",
        "2026-03-10, 2026-03-31 2026-04-15 2026-04-30 2026-05-15 2026-05-29"
    })
    void reportsMayBeDueOnThe15thAndAtMonthEnd(LocalDate feedbackOn, String expected) throws Exception {
        Profile calendarRhythm = changed("value: HALF_MONTH_ROLLING", "value: FIFTEENTH_AND_MONTH_END");

        assertThat(calculator.deadlinesFor(calendarRhythm, feedbackOn).progressReports().stream()
                        .map(report -> report.date().toString()))
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-05, false", "2026-06-18, true", "2026-06-19, false"})
    void reportMergesWithinTheTenDaysBeforeCompletion(LocalDate completeBy, boolean merged) {
        // Report 6 is due on 8 June; report 5 on 22 May is far enough away from each of these dates.
        List<Deadline> reports = calculator
                .deadlinesFor(speech, TENTH_OF_MARCH, completeBy, null)
                .progressReports();

        assertThat(reports.stream().anyMatch(report -> report.mergedInto() != null))
                .isEqualTo(merged);
    }

    @Test
    void stepsLeadFromTheSourceToTheResult() {
        Deadline plan =
                calculator.deadlinesFor(speech, LocalDate.of(2026, 9, 15)).planDue();

        assertThat(plan.clause()).isEqualTo("S18");
        assertThat(plan.rule()).isEqualTo("R20");
        assertThat(plan.steps())
                .containsExactly(
                        "依据：S18、R20（要求制定方案，未定期限，参照外地15个工作日；本地默认：参照外地原件，非法定）",
                        "第0日：2026年9月15日（星期二）（反馈会当日）",
                        "自次日起数15个工作日，至2026年10月12日（星期一）（跳过中秋节3天、国庆节7天，调休上班2天计入）",
                        "结果：2026年10月12日（星期一）24时前");
    }

    @Test
    void stepsSayWhyADateWentBackAndWhatItSharesItsDayWith() {
        Deadline report = calculator
                .deadlinesFor(speech, LocalDate.of(2026, 9, 15))
                .progressReports()
                .get(3);

        assertThat(report.steps())
                .contains(
                        "加60天，为2026年11月14日（星期六）",
                        "2026年11月14日（星期六）为休息日（周末），提前到最近的工作日2026年11月13日（星期五）",
                        "与集中听取整改进展情况同日，共用同一份数据");
    }

    @Test
    void stepsOfAProvisionalDateSayWhatIsUnknown() {
        Deadline completion =
                calculator.deadlinesFor(speech, LocalDate.of(2026, 10, 30)).completeBy();

        assertThat(completion.steps()).contains("2027年放假安排尚未公布，按周末和法定节假日推算", "结果：2027年1月29日（星期五）24时前（暂定）");
    }

    @Test
    void aDateIsPastFromMidnightOn() {
        Deadline plan = calculator.deadlinesFor(speech, TENTH_OF_MARCH).planDue();

        assertThat(plan.isPastAt(Instant.parse("2026-03-31T15:59:59Z"))).isFalse();
        assertThat(plan.isPastAt(Instant.parse("2026-03-31T16:00:00Z"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-03-10, completeBy",
        "2026-03-10, 2026-05-08, completeBy", // a day before the hearing
        "2026-03-10, 2031-03-11, completeBy",
        "1999-12-31, , feedbackOn",
        "2091-01-01, , feedbackOn"
    })
    void refusesDatesThatCannotBe(LocalDate feedbackOn, LocalDate completeBy, String field) {
        assertThat(calculator.refusals(speech, feedbackOn, completeBy))
                .extracting(DateRefusal::field)
                .containsExactly(field);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.deadlinesFor(speech, feedbackOn, completeBy, null))
                .withMessageContaining(field);
    }

    @ParameterizedTest
    @CsvSource({
        "speech-2020, 2026-03-10, 2026-05-09", // on the hearing's day
        "speech-2020, 2026-03-10, 2031-03-10",
        "reg-2017, 2026-03-10, 2026-03-11", // no hearing to wait for
        "reg-2017, 2000-01-01,",
        "reg-2024, 2090-12-31, 2095-12-31"
    })
    void acceptsDatesAtTheLimits(String profile, LocalDate feedbackOn, LocalDate completeBy) {
        assertThat(calculator.refusals(profiles.get(profile), feedbackOn, completeBy))
                .isEmpty();
        assertThat(calculator
                        .deadlinesFor(profiles.get(profile), feedbackOn, completeBy, null)
                        .revisits())
                .hasSize(2);
    }

    private static Profile changed(String from, String to) throws IOException {
        try (var yaml = DeadlineCalculatorTest.class.getResourceAsStream("/deadline/profiles/speech-2020.yaml")) {
            String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).containsOnlyOnce(from);
            byte[] altered = text.replace(from, to).getBytes(StandardCharsets.UTF_8);
            return Profiles.read(new ByteArrayInputStream(altered), "speech-2020.yaml");
        }
    }
}
