package org.rectification.period.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.period.PeriodCase.CLERK;
import static org.rectification.period.PeriodCase.OFFICE;

import java.time.LocalDate;
import java.util.List;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.period.CaseCalendar;
import org.rectification.period.CaseLedger;
import org.rectification.period.HearingDayFigures;
import org.rectification.period.LedgerFigures;
import org.rectification.period.PeriodCase;
import org.rectification.period.ProgressReport;
import org.rectification.period.ProgressReports;
import org.rectification.round.CaseKey;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** When a progress report is asked for, and which figures it tells, on a calendar known beforehand. */
@RectificationTest
@Import(PeriodCase.class)
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T08:45:00+08:00")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Clause({"S35", "S45"})
@Feature(24)
class ProgressReportProcessTest {

    private static final String PREPARE = "userTask_prepareProgressReport";
    private static final String APPROVE = "userTask_approveProgressReport";
    private static final String HEARING = "userTask_recordHearing";

    @Autowired
    private PeriodCase period;

    @Autowired
    private CaseCalendar calendar;

    @Autowired
    private WorkingCalendar workingDays;

    @Autowired
    private ProgressReports reports;

    @Autowired
    private HearingDayFigures hearingDay;

    @Autowired
    private CaseLedger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("The task appears three working days before the report's day and is due at the end of that day")
    void theTaskAppearsThreeWorkingDaysBeforeItsDay() {
        var key = period.open("speech-2020");
        period.start("periodSupervision", key);
        var due = reportDay(key, 0);
        var opens = workingDays.minusWorkingDays(due, 3);

        period.walkTo(opens.minusDays(1));
        assertThat(period.tasks(key, PREPARE)).isEmpty();
        period.walkTo(opens);

        assertThat(period.task(key, PREPARE).getDueDate()).isEqualTo(ShanghaiTime.dueDate(due));
    }

    @Test
    @DisplayName("Where reports are monthly each month has one, and where none are asked for none appears")
    void theProfileSetsTheRhythm() {
        var start = period.today();
        var monthly = period.open("reg-2024", start, start.plusMonths(6));
        period.start("periodSupervision", monthly);
        var without = period.open("reg-2017", start, start.plusMonths(2));
        period.start("periodSupervision", without);

        assertThat(calendar.deadlines(monthly).separateProgressReports())
                .extracting(Deadline::date)
                .containsExactly(
                        workingDays.rollBack(start.plusMonths(1)),
                        workingDays.rollBack(start.plusMonths(2)),
                        workingDays.rollBack(start.plusMonths(3)),
                        workingDays.rollBack(start.plusMonths(4)),
                        workingDays.rollBack(start.plusMonths(5)));
        period.walkTo(workingDays.rollBack(start.plusMonths(2)));
        assertThat(period.tasks(monthly, PREPARE)).hasSize(2);
        assertThat(period.tasks(without, PREPARE)).isEmpty();
        assertThat(reports.hasMore(without.roundId(), without.organisationId())).isFalse();
    }

    @Test
    @Order(1) // on the day on which the clock starts: 60 days later a report and the hearing fall together
    @DisplayName("The report of the hearing's day and the hearing have one set of figures, whoever prepares first")
    void theReportOfTheHearingsDaySharesItsFigures() {
        var reportFirst = period.open("speech-2020");
        period.start("periodSupervision", reportFirst);
        var hearingFirst = period.open("speech-2020");
        period.start("periodSupervision", hearingFirst);
        var day = calendar.deadlines(reportFirst)
                .monthTwoReview()
                .map(Deadline::date)
                .orElseThrow();
        assertThat(day).isEqualTo(LocalDate.of(2026, 5, 9));
        assertThat(reportDay(reportFirst, 3)).isEqualTo(day);
        int number = 4;
        invite(reportFirst, day);
        invite(hearingFirst, day);
        period.walkTo(workingDays.minusWorkingDays(day, 1));
        prepare(reportFirst, number);
        var told = reports.get(reportFirst, number);
        oneStruckOff(reportFirst);
        period.walkTo(day);

        assertThat(told.figures().struckOff()).isZero();
        assertThat(ledger.figures(reportFirst).struckOff()).isEqualTo(1);
        assertThat(struckOffInPack(reportFirst)).isZero();

        oneStruckOff(hearingFirst);
        assertThat(struckOffInPack(hearingFirst)).isZero();
        prepare(hearingFirst, number);
        assertThat(reports.get(hearingFirst, number).figures())
                .isEqualTo(hearingDay.find(hearingFirst).orElseThrow().figures());
        assertThat(reports.get(hearingFirst, number).figures().struckOff()).isZero();
    }

    @Test
    @DisplayName(
            "After downtime each missed report is asked for once; prepared late, it says so, and tells each change once")
    void afterDowntimeMissedReportsAreEachDueOnceAndSayWhenTheyWerePrepared() {
        var key = period.open("speech-2020");
        var instance = period.start("periodSupervision", key);
        period.downUntil(reportDay(key, 1), instance);
        assertThat(period.tasks(key, PREPARE))
                .extracting(task -> period.variable(task, "reportNumber"))
                .containsExactlyInAnyOrder(1, 2);
        period.walkTo(reportDay(key, 1).plusDays(1));
        assertThat(period.tasks(key, PREPARE)).hasSize(2);
        oneStruckOff(key);

        prepare(key, 1);
        prepare(key, 2);

        assertThat(reports.get(key, 1).content()).contains("反馈以来，销号1个");
        assertThat(reports.get(key, 2).content()).contains("上期报告以来，台账没有变化");
        for (int number = 1; number <= 2; number++) {
            var report = reports.get(key, number);
            assertThat(report.late(report.preparedAt())).isTrue();
            assertThat(report.figures()).isEqualTo(ledger.figures(key));
        }
        assertThat(period.tasks(key, APPROVE)).hasSize(2).allSatisfy(task -> assertThat(
                        period.variable(task, "view").toString())
                .contains("晚于报送日期", "起草"));
    }

    @Test
    @Clause("S47")
    @Feature({25, 30})
    @DisplayName("A report that is not sent climbs the ladder from the morning after its day, and no further once sent")
    void aReportThatIsNotSentClimbsTheLadderUntilItIsSent() {
        var key = period.open("speech-2020");
        period.start("periodSupervision", key);
        var due = reportDay(key, 0);
        period.walkTo(due.plusDays(1));
        assertThat(warnings(key)).last().isEqualTo("RED 第1期整改进展报告 pt-clerk,pt-secretary");
        period.walkTo(due.plusDays(7));
        assertThat(warnings(key))
                .last()
                .asString()
                .startsWith("SUPERVISORS ")
                .contains("pt-cadre", "pt-discipline", "pt-office");
        var raised = warnings(key);

        prepare(key, 1);
        period.complete("pt-secretary", key, APPROVE, "{\"decision\":\"APPROVE\"}");
        period.walkTo(due.plusDays(16));

        assertThat(warnings(key)).as("of the report that was sent").isEqualTo(raised);
    }

    private List<String> warnings(CaseKey key) {
        return jdbc.sql(
                        """
                        select kind || ' ' || label || ' ' || array_to_string(recipients, ',') from rectification.warning
                         where round_id = ? and item_kind = 'PROGRESS_REPORT' and label = '第1期整改进展报告' order by id""")
                .param(key.roundId())
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("What a report tells of strike-offs is the ledger's difference to the report before")
    void theDraftsFiguresAreTheLedgersDifference() {
        var key = period.open("speech-2020");
        period.start("periodSupervision", key);
        period.walkTo(reportDay(key, 0));
        oneStruckOff(key);
        prepare(key, 1);
        period.walkTo(reportDay(key, 1));
        oneStruckOff(key);
        oneStruckOff(key);

        prepare(key, 2);

        LedgerFigures before = reports.get(key, 1).figures();
        ProgressReport second = reports.get(key, 2);
        assertThat(before.struckOff()).isEqualTo(1);
        assertThat(second.figures().struckOff()).isEqualTo(3);
        assertThat(second.content()).contains("已销号3个（较上期增加2个）", "上期报告以来，销号2个");
    }

    private void prepare(CaseKey key, int number) {
        var task = period.tasks(key, PREPARE).stream()
                .filter(each -> Integer.valueOf(number).equals(period.variable(each, "reportNumber")))
                .findFirst()
                .orElseThrow();
        period.complete(CLERK, task, period.shown(CLERK, task, "entry"));
    }

    private void invite(CaseKey key, LocalDate day) {
        period.walkTo(
                calendar.deadlines(key).monthTwoInvitation().map(Deadline::date).orElseThrow());
        period.complete(CLERK, key, "userTask_inviteThreeBodies", PeriodCase.invitation(day));
    }

    private int struckOffInPack(CaseKey key) {
        period.giveOpinions(key);
        var pack = (SpinJsonNode) period.variable(period.task(key, HEARING), "view");
        return pack.prop("figures").elements().stream()
                .filter(row -> row.prop("item").stringValue().equals("已销号"))
                .findFirst()
                .orElseThrow()
                .prop("now")
                .numberValue()
                .intValue();
    }

    private void oneStruckOff(CaseKey key) {
        jdbc.sql(
                        """
                        update rectification.finding
                           set state = 'STRUCK_OFF', baseline = true, verdict = 'DONE', verified_by = ?, struck_off_at = ?,
                               version = version + 1
                         where id = (select id from rectification.finding where round_id = ? and state <> 'STRUCK_OFF'
                                      order by id limit 1)""")
                .params(OFFICE, period.now(), key.roundId())
                .update();
        period.walkTo(period.now().toInstant().plusSeconds(60));
    }

    private LocalDate reportDay(CaseKey key, int index) {
        return calendar.deadlines(key).progressReports().get(index).date();
    }
}
