package org.rectification.period.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.period.PeriodCase.CADRE;
import static org.rectification.period.PeriodCase.CLERK;
import static org.rectification.period.PeriodCase.DISCIPLINE;
import static org.rectification.period.PeriodCase.SECRETARY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.hearing.Hearings;
import org.rectification.period.CaseCalendar;
import org.rectification.period.PeriodCase;
import org.rectification.period.ProgressReports;
import org.rectification.period.ReceiptEntry;
import org.rectification.period.ReportReceipts;
import org.rectification.period.SignOffRequests;
import org.rectification.refusal.Refusal;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.round.Missing;
import org.rectification.support.Clause;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RectificationTest
@Import({PeriodCase.class, FlowCoverage.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Clause({"S35", "S37", "S45"})
class PeriodSupervisionProcessTest {

    private static final String PREPARE = "userTask_prepareProgressReport";
    private static final String APPROVE = "userTask_approveProgressReport";
    private static final String ACKNOWLEDGE = "userTask_acknowledgeProgressReport";
    private static final String MEETINGS = "userTask_recordMeetingOfTown";
    private static final String DRAFT = "userTask_draftFinalReports";

    @Autowired
    private PeriodCase period;

    @Autowired
    private CaseCalendar calendar;

    @Autowired
    private ProgressReports reports;

    @Autowired
    private ReportReceipts receipts;

    @Autowired
    private Hearings hearings;

    @Autowired
    private SignOffRequests requests;

    @Autowired
    private List<ArchivingCheck> checks;

    @Autowired
    private InspectedOrganisations organisations;

    @Test
    void aLateReportNeverHoldsUpTheNext() {
        var key = period.open("speech-2020");
        period.start("periodSupervision", key);
        assertThat(period.tasks(key, PREPARE)).isEmpty();

        period.walkTo(reportDay(key, 0));
        period.walkTo(reportDay(key, 1));

        assertThat(period.tasks(key, PREPARE))
                .extracting(task -> period.variable(task, "reportNumber"))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(period.task(key, MEETINGS).getDueDate()).isNotNull();
        assertThat(reports.missing(key)).extracting(report -> report.number()).containsExactly(1);
        assertThat(missing(key)).contains("第1期整改进展报告", "第2期整改进展报告").anyMatch(name -> name.contains("专题民主生活会"));
        assertThat(period.parkedTimers(key)).isEqualTo(2);
    }

    @Test
    void aReturnedReportIsPreparedAgainAndReceivedByBothBodies() {
        var key = period.open("speech-2020");
        period.start("periodSupervision", key);
        period.walkTo(reportDay(key, 0));
        assertThat(period.variable(period.task(key, PREPARE), "entry").toString())
                .contains("台账共有问题4个")
                .contains("未办结4个");
        assertThat(period.task(key, PREPARE).getDueDate()).isEqualTo(ShanghaiTime.dueDate(reportDay(key, 0)));

        period.complete(CLERK, key, PREPARE, "{\"content\":\"本期推进2件。\"}");
        assertThat(period.refused(SECRETARY, key, APPROVE, "{\"decision\":\"RETURN\"}"))
                .extracting(Refusal.Violation::field)
                .containsExactly("reason");
        period.complete(SECRETARY, key, APPROVE, "{\"decision\":\"RETURN\",\"reason\":\"困难没有写实。\"}");

        assertThat(period.tasks(key, ACKNOWLEDGE)).isEmpty();
        assertThat(period.variable(period.task(key, PREPARE), "view").toString())
                .contains("困难没有写实");
        period.complete(CLERK, key, PREPARE, "{\"content\":\"本期推进2件，1件有困难。\"}");
        period.complete(SECRETARY, key, APPROVE, "{\"decision\":\"APPROVE\"}");
        assertThat(period.tasks(key, ACKNOWLEDGE))
                .extracting(task -> period.variable(task, "body"))
                .containsExactlyInAnyOrder("discipline-supervision", "cadre-supervision");
        assertThat(receipts.unacknowledged(key)).containsExactly(1);
        period.acknowledgeBoth(key, ACKNOWLEDGE, "{\"received\":true}");

        assertThat(receipts.unacknowledged(key)).isEmpty();
        assertThat(reports.get(key, 1).returns()).isEqualTo(1);
        assertThat(reports.get(key, 1).content()).isEqualTo("本期推进2件，1件有困难。");
    }

    @Test
    void aRecipientCannotAcknowledgeForTheOther() {
        var key = period.open("speech-2020");
        period.start("periodSupervision", key);
        period.walkTo(reportDay(key, 0));
        period.complete(CLERK, key, PREPARE, "{\"content\":\"本期推进2件。\"}");
        period.complete(SECRETARY, key, APPROVE, "{\"decision\":\"APPROVE\"}");

        assertThatThrownBy(() ->
                        receipts.acknowledge(CADRE, key, 1, "discipline-supervision", new ReceiptEntry(true, null)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> receipts.acknowledge(
                        DISCIPLINE, key, 1, "discipline-supervision", new ReceiptEntry(null, null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("请确认已收到");
        assertThat(receipts.unacknowledged(key)).containsExactly(1);
    }

    @Test
    void afterDowntimeEachMissedReportIsDueOnce() {
        var key = period.open("speech-2020");
        var instance = period.start("periodSupervision", key);

        period.downUntil(reportDay(key, 2), instance);

        assertThat(period.tasks(key, PREPARE))
                .extracting(task -> period.variable(task, "reportNumber"))
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void aReportWhoseDayLayBeforeTheFeedbackRecordAndTheMergedOneMakeNoTask() {
        var today = period.today();
        var key = period.open(
                "speech-2020", today.minusDays(20), today.minusDays(20).plusMonths(3));
        period.start("periodSupervision", key);
        var owed = calendar.deadlines(key).separateProgressReports();

        period.walkTo(calendar.deadlines(key).completeBy().date());

        assertThat(period.tasks(key, PREPARE)).hasSize(owed.size() - 1);
        assertThat(period.tasks(key, PREPARE))
                .extracting(task -> period.variable(task, "reportNumber"))
                .doesNotContain(1);
        assertThat(calendar.deadlines(key).progressReports()).hasSizeGreaterThan(owed.size());
    }

    @Test
    void theHearingTakesPlaceEvenWhenEverythingIsSettledAndOnlyThenMaySignOffBeRequested() {
        var key = period.open("speech-2020");
        var instance = period.start("periodSupervision", key);
        period.strikeOffAll(key);
        period.recordMeetings(key);
        period.walkTo(invitationDay(key));
        assertThatThrownBy(() -> requests.request(CLERK, key)).hasMessageContaining("集中听取整改进展情况");

        period.holdHearing(key, invitationDay(key), hearingDay(key));
        assertThatThrownBy(() -> requests.request(SECRETARY, key)).isInstanceOf(Refusal.class);
        requests.request(CLERK, key);
        period.executeDue();
        assertThatThrownBy(() -> requests.request(CLERK, key)).hasMessageContaining("无需提前申请");
        sendOpenReports(key);
        assertThat(period.parkedTimers(key)).isEqualTo(1);
        signOff(key);

        assertThat(period.today())
                .isBefore(calendar.deadlines(key).finalReportsStart().date());
        assertThat(reports.next(key)).isEmpty();
        assertThat(missing(key)).isEmpty();
        assertThat(period.ended(instance)).isTrue();
    }

    @Test
    void withUnfinishedFindingsTheFinalReportsWaitForTheirDate() {
        var key = period.open("speech-2020");
        var instance = period.start("periodSupervision", key);
        period.recordMeetings(key);
        period.holdHearing(key, invitationDay(key), hearingDay(key));
        assertThatThrownBy(() -> requests.request(CLERK, key)).hasMessageContaining("还有4个问题未办结");
        assertThat(organisations.get(key).has(Milestone.HEARING_HELD)).isTrue();
        assertThat(period.tasks(key, DRAFT)).isEmpty();

        period.walkTo(calendar.deadlines(key).finalReportsStart().date());
        assertThat(period.task(key, DRAFT).getDueDate())
                .isEqualTo(ShanghaiTime.dueDate(
                        calendar.deadlines(key).completeBy().date()));
        signOff(key);
        assertThat(period.ended(instance)).isFalse();
        sendOpenReports(key);

        assertThat(period.ended(instance)).isTrue();
    }

    @Test
    void aProfileWithoutHearingGoesStraightToTheFinalReports() {
        var key = period.open("reg-2017", period.today(), period.today().plusMonths(2));
        var instance = period.start("periodSupervision", key);
        period.recordMeetings(key);

        period.walkTo(calendar.deadlines(key).finalReportsStart().date());
        signOff(key);

        assertThat(hearings.find(key)).isEmpty();
        assertThat(organisations.get(key).has(Milestone.HEARING_HELD)).isFalse();
        assertThat(period.ended(instance)).isTrue();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowOfTheModelWasWalked(@Autowired FlowCoverage coverage) {
        assertThat(coverage.missedIn("bpmn/period-supervision.bpmn")).isEmpty();
    }

    private List<String> missing(CaseKey key) {
        return checks.stream()
                .filter(check ->
                        check.getClass().getPackageName().matches("org.rectification.(period|meeting|signoff)"))
                .flatMap(check -> check.missing(key).stream())
                .map(Missing::item)
                .toList();
    }

    private void sendOpenReports(CaseKey key) {
        for (var task : period.tasks(key, PREPARE)) {
            period.complete(CLERK, task, "{\"content\":\"补报。\"}");
        }
        for (var task : period.tasks(key, APPROVE)) {
            period.complete(SECRETARY, task, "{\"decision\":\"APPROVE\"}");
        }
        period.acknowledgeBoth(key, ACKNOWLEDGE, "{\"received\":true}");
    }

    private void signOff(CaseKey key) {
        period.complete(
                CLERK,
                key,
                DRAFT,
                PeriodCase.finalReports(!hearings.followUps(key).isEmpty()));
        period.complete(CLERK, key, "userTask_deliberateReports", period.deliberation());
        period.complete(SECRETARY, key, "userTask_signTruthfulness", PeriodCase.signature());
        period.acknowledgeBoth(key, "userTask_acknowledgeReports", period.delivery());
    }

    private LocalDate reportDay(CaseKey key, int index) {
        return calendar.deadlines(key).progressReports().get(index).date();
    }

    private LocalDate invitationDay(CaseKey key) {
        return calendar.deadlines(key).monthTwoInvitation().map(Deadline::date).orElseThrow();
    }

    private LocalDate hearingDay(CaseKey key) {
        return hearings.computedDay(key);
    }
}
